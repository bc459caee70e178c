"""Gets a token with requests-oauthlib and lists the schools with it; prints the answer's status and body."""

import json
import os

from oauthlib.oauth2 import BackendApplicationClient
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session

client_id = os.environ["CLIENT_ID"]
client_secret = os.environ["CLIENT_SECRET"]

session = OAuth2Session(client=BackendApplicationClient(client_id=client_id))
if os.environ["BY"] == "basic":
    session.fetch_token(os.environ["TOKEN_URL"], auth=HTTPBasicAuth(client_id, client_secret))
else:
    session.fetch_token(
        os.environ["TOKEN_URL"], client_id=client_id, client_secret=client_secret, include_client_id=True
    )
answer = session.get(os.environ["BASE_URL"] + "/api/businessOfficeIntegration/schools")
print(json.dumps({"status": answer.status_code, "body": answer.json()}))
