import type { PageHtml } from '../page-endpoint.ts';

/** Made from docs/vendors/first-synchronization.md: `node bin/docs/make-pages.ts`. */
export const PAGE: PageHtml = {
title: "From a token to a committed synchronization",
headings: [
 {
  "id": "a-token",
  "text": "A token"
 },
 {
  "id": "one-person-at-a-time",
  "text": "One person at a time"
 },
 {
  "id": "a-whole-district",
  "text": "A whole district"
 },
 {
  "id": "when-something-is-wrong",
  "text": "When something is wrong"
 },
 {
  "id": "limits",
  "text": "Limits"
 }
],
html: `
<h1 id="from-a-token-to-a-committed-synchronization">From a token to a committed synchronization</h1>
<p><code>$BASE</code> is the Base URL and <code>$TOKEN_URL</code> the Token URL. <em>Business Office API Credentials</em> shows both, with the Client ID
and the Client Secret; <code>npm run up</code> prints all four for the sample district. <code>$BASE/api/businessOfficeIntegration/docs</code>
lists every call with its parameters, answers and errors, to try in the browser. Beside it are this guide, the best
practices, the error codes and <a href="/campus/api/businessOfficeIntegration/rules">the rules</a>. The OpenAPI 3.1 document is
<code>$BASE/api/businessOfficeIntegration/openapi.json</code>. A test runs the lines below.</p>
<h2 id="a-token"><a href="#a-token">A token</a></h2>
<p>OAuth 2.0 client credentials (RFC 6749, section 4.4), by HTTP Basic or in the form. The Token URL contains <code>?appName=</code>.
The libraries openid-client, oauth4webapi, simple-oauth2 and requests-oauthlib work unchanged; tests use each of them.</p>
<div class="code"><pre tabindex="0"><code>TOKEN=$(curl -s -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials "$TOKEN_URL" |
  sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
API="$BASE/api/businessOfficeIntegration"
get() { curl -s -H "Authorization: Bearer $TOKEN" "$API/$1"; }
send() { curl -s -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -X "$1" "$API/$2" -d "\${3:-}"; }
get schools
get attributes/genders
get attributes/assignmentCodes</code></pre></div>
<p><code>schools</code>, <code>attributes/genders</code> and <code>attributes/assignmentCodes</code> list the values you must map to; an unknown value is an
error. An unknown title is created. A token is valid for an hour. Keep it, and request a new one when a call answers
401.</p>
<h2 id="one-person-at-a-time"><a href="#one-person-at-a-time">One person at a time</a></h2>
<p>The lines use school <code>010</code> and assignment code <code>20</code>. If your district does not have them, use values from the lists
above.</p>
<div class="code"><pre tabindex="0"><code>send POST staffMembers '{"staffNumber":"10058","lastName":"Simpson","firstName":"Pat","gender":"F"}'
send POST staffMembers/10058/position '{"schoolNumber":"010","assignmentCode":"20","startDate":"2023-10-01"}'
send PUT staffMembers/10058 '{"cellPhone":"(763) 555-0100"}'
send PUT staffMembers/10058/position '{"schoolNumber":"010","assignmentCode":"20","startDate":"2023-10-01","endDate":"2024-06-30"}'
get staffMembers/10058
get "staffMembers?lastName=simp"
get "addresses?fullStreetAddress=4321+South+Lexington+Ave+SE&amp;city=Blaine&amp;state=MN&amp;zip=55123"</code></pre></div>
<p>A property that you leave out of a <code>PUT</code> stays as it is; <code>null</code> clears it. A staff member&#39;s answer has an <code>ETag</code>. Send
it as <code>If-Match</code>, and the call answers 412 if somebody else changed the person in the meantime. Every <code>POST</code> takes an
<code>Idempotency-Key</code>: if a call timed out, send it again with the same key and body. The call takes
effect once, and both get the same answer. The bodies may be written differently (order of the properties, blanks,
escapes, <code>1.0</code> for <code>1</code>). Answers with status 2xx or 422 are kept for 24 hours.</p>
<h2 id="a-whole-district"><a href="#a-whole-district">A whole district</a></h2>
<div class="code"><pre tabindex="0"><code>send POST staffMembers/sync/start
send POST staffMembers/sync/transfer '{"staffMembers":[{"staffNumber":"10058","lastName":"Simpson","firstName":"Pat","gender":"F"}]}'
send POST staffMembers/sync/end '{"expectedStaff":1}'
send POST staffMembers/sync/validate
send POST staffMembers/sync/submitCommitJob
get staffMembers/sync/commitJobStatus</code></pre></div>
<ul>
<li>One transfer call takes up to 10,000 staff and 16 MiB. Call it as often as you like. A call with an invalid record
stages nothing of that call and lists every error by record. A staff number can be staged once in a run.</li>
<li>To send a whole feed in one call, send it as <code>application/x-ndjson</code>, one staff member per line, of any length, also
compressed (<code>Content-Encoding: gzip</code>). It is read as it arrives, and staged whole or not at all.</li>
<li>Send transfers one after another. While one of your calls arrives, the next one waits; after 40 seconds it is answered
429. Two clients of a district can transfer at the same time, further ones wait, too.</li>
<li>Keep sending: a body that pauses for 30 seconds, or arrives at less than 512 bytes a second, is answered 408, and nothing
of it is staged. A request must have arrived within ten minutes. The <a href="#limits">limits</a> are below.</li>
<li><code>start</code> answers the <code>runId</code>. Send it as <code>?runId=</code> with <code>transfer</code>, <code>end</code>, <code>validate</code>, <code>commit</code> and <code>submitCommitJob</code>. If
another client or user has restarted the transfer, the call answers 409 <code>anotherRun</code> and changes nothing in the new run.</li>
<li><code>start</code> on a live run discards what you have staged. If another client or the district office has staged staff, <code>start</code>
answers 409 <code>othersStaging</code> and says who staged how many. <code>{&quot;restart&quot;:true}</code> discards these, too.</li>
<li>With <code>?onInvalid=setAside</code> the valid records are staged and the others are set aside. They are listed as errors in the
report and as failed in the results, each staff number once. Correct the record and send it again: it replaces the one
that was set aside. You can send a call again after a timeout: equal records count once. A number that is twice in one
call, or is sent again with other data, is set aside (<a href="/campus/api/businessOfficeIntegration/rules#sync-2">SYNC-2</a>). <code>received</code> and <code>expectedStaff</code>
count staff, not records. A line that is not JSON has no staff number, so it still refuses the whole call.</li>
<li><code>validate</code> answers with the report. It changes nothing in Campus.</li>
<li><code>commit</code> waits and answers per staff member. For more than 500 staff use <code>submitCommitJob</code> and call <code>commitJobStatus</code>
as often as you need. If one person fails, the others are still committed. <code>GET staffMembers/sync/{runId}/results</code>
lists what was done with each person: of the last commit always, of earlier ones usually for 400 days, of unchanged staff for 14.</li>
<li>A commit that changes more than the district&#39;s limits allow answers 409 with <code>held.limits</code> and changes nothing. When
an admin has approved it, commit again. A person the district excludes from commits has the outcome <code>held</code>.</li>
<li>An admin may have scheduled the commit, usually for off hours. Your own <code>commit</code> starts at once and replaces the
schedule. If the district commits by agreement, only call <code>GET staffMembers/sync</code> to see the state.
<code>validate</code> and a restart remove a schedule.</li>
<li>A property that you leave out stays as it is. <code>positions</code>, where sent, are all positions of a person: others are
removed, unless something is linked to them.</li>
</ul>
<h3 id="a-file-instead-of-json"><a href="#a-file-instead-of-json">A file instead of JSON</a></h3>
<p><code>transfer</code> also takes a CSV file or an Excel workbook of up to 200 MB, whole or not at all:</p>
<div class="code"><pre tabindex="0"><code>curl -s -H "Authorization: Bearer $TOKEN" -H "Content-Type: text/csv" --data-binary @roster.csv \\
  "$API/staffMembers/sync/transfer?mapping=Payroll&amp;onInvalid=setAside"</code></pre></div>
<ul>
<li><code>mapping</code> names how the columns are read. The district makes it once on the page <em>Transfer Staff Via File Upload</em>, where
a transfer keeps it under its name. Columns are found by their headers, in any order. If the file has no column that
the mapping uses, the call answers 422 <code>columnsDiffer</code>; columns that the mapping doesn&#39;t name are left out, with the
warning <code>columnsLeftOut</code>.</li>
<li>Without <code>mapping</code> the columns have the names of the API&#39;s properties, as in <a href="/campus/api/businessOfficeIntegration/docs/campus-hr#csv">the CSV of campus hr</a>.</li>
<li>Rows with the same staff number are one person, such as one row for each position.</li>
<li>Errors are those of other transfers, and also have <code>line</code> and <code>column</code>. <code>index</code> in the pointer counts people.</li>
<li>A workbook has the type <code>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</code>.</li>
</ul>
<p><a href="/campus/api/businessOfficeIntegration/docs/campus-hr">campus hr</a> does the same from a <code>.csv</code>, <code>.xlsx</code>, <code>.json</code> or <code>.ndjson</code> file, without a line of code.</p>
<h2 id="when-something-is-wrong"><a href="#when-something-is-wrong">When something is wrong</a></h2>
<p>Errors are problem documents (RFC 9457). <code>detail</code> says what to do. <code>errors</code> lists everything that is wrong, each with a
JSON pointer into your body, a <code>code</code> (<a href="/campus/api/businessOfficeIntegration/docs/errors">the list</a>) and often a <code>hint</code>. <code>requestId</code> identifies the call in the
district&#39;s error log. If you send an <code>X-Request-Id</code>, Campus uses it, unless it contains nine digits in a row or a secret.
<code>warnings</code> say where Campus did not do exactly what you sent. After 429 and 503 wait as long as <code>Retry-After</code> says and send the same call again. <code>RateLimit</code> in every answer
says how many calls are left in this minute.</p>
<h2 id="limits"><a href="#limits">Limits</a></h2>
<p>Nobody who sends staff comes near these. They keep one client from stopping the others.</p>
<table>
<thead>
<tr>
<th>what</th>
<th>limit</th>
<th>above it</th>
</tr>
</thead>
<tbody><tr>
<td>a JSON body</td>
<td>16 MiB</td>
<td>413</td>
</tr>
<tr>
<td>entries of one list or object, so staff of one JSON call, too</td>
<td>10,000</td>
<td>413</td>
</tr>
<tr>
<td>one entry of a JSON body above 256 KiB, one line of a stream</td>
<td>1 MiB</td>
<td>413</td>
</tr>
<tr>
<td>nesting</td>
<td>32 levels</td>
<td>400</td>
</tr>
<tr>
<td>errors listed in an answer</td>
<td>1,000 of a call and of a record, 100 unknown properties of an object</td>
<td>the rest is counted</td>
</tr>
<tr>
<td>errors of one transfer</td>
<td>100,000</td>
<td>413</td>
</tr>
<tr>
<td>what a gzip body unpacks to, from 4 MiB on</td>
<td>100 times its size, 8 GiB</td>
<td>413</td>
</tr>
<tr>
<td>blank lines of a stream</td>
<td>10,000</td>
<td>413</td>
</tr>
<tr>
<td>columns of a CSV file</td>
<td>2,000</td>
<td>413</td>
</tr>
<tr>
<td>a CSV file or workbook</td>
<td>200 MB</td>
<td>413</td>
</tr>
<tr>
<td>transfers at the same time</td>
<td>1 of a client, 2 of a district; 8 more of a client wait</td>
<td>429</td>
</tr>
<tr>
<td>a body that pauses or trickles</td>
<td>30 seconds, 512 bytes a second</td>
<td>408</td>
</tr>
<tr>
<td>a whole request</td>
<td>10 minutes</td>
<td>408</td>
</tr>
</tbody></table>
<p>Then read the <a href="/campus/api/businessOfficeIntegration/docs/best-practices">best practices</a>.</p>
`,
};
