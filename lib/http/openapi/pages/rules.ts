import type { PageHtml } from '../page-endpoint.ts';

/** Made from docs/rules.md: `node bin/docs/make-pages.ts`. */
export const PAGE: PageHtml = {
title: "The rules",
headings: [
 {
  "id": "cred",
  "text": "CRED"
 },
 {
  "id": "ref",
  "text": "REF"
 },
 {
  "id": "staff",
  "text": "STAFF"
 },
 {
  "id": "id",
  "text": "ID"
 },
 {
  "id": "emp",
  "text": "EMP"
 },
 {
  "id": "pos",
  "text": "POS"
 },
 {
  "id": "hh",
  "text": "HH"
 },
 {
  "id": "adr",
  "text": "ADR"
 },
 {
  "id": "srch",
  "text": "SRCH"
 },
 {
  "id": "chk",
  "text": "CHK"
 },
 {
  "id": "sync",
  "text": "SYNC"
 },
 {
  "id": "val",
  "text": "VAL"
 },
 {
  "id": "ro",
  "text": "RO"
 },
 {
  "id": "err",
  "text": "ERR"
 },
 {
  "id": "not",
  "text": "NOT"
 },
 {
  "id": "cmb",
  "text": "CMB"
 },
 {
  "id": "undo",
  "text": "UNDO"
 }
],
html: `
<h1 id="the-rules">The rules</h1>
<p>How Campus reads, matches and writes what an HR system sends. Each rule has an id, such as <a href="#pos-5">POS-5</a>. The API
documentation, the validation report, a person&#39;s history and the error log name rules by these ids.</p>
<p>Two readers need this page. A vendor&#39;s developer finds out what a call does. A district administrator finds out why a
person, a position or an address came out as it did. What each error and warning code means is in <a href="/campus/api/businessOfficeIntegration/docs/errors">What can be wrong, by
code</a>.</p>
<table>
<thead>
<tr>
<th>section</th>
<th>about</th>
</tr>
</thead>
<tbody><tr>
<td><a href="#cred">CRED</a></td>
<td>credentials, secrets and tokens</td>
</tr>
<tr>
<td><a href="#ref">REF</a></td>
<td>schools, genders, assignment codes and titles</td>
</tr>
<tr>
<td><a href="#staff">STAFF</a></td>
<td>a staff member&#39;s number and fields</td>
</tr>
<tr>
<td><a href="#id">ID</a></td>
<td>identities: the names of a person over time</td>
</tr>
<tr>
<td><a href="#emp">EMP</a></td>
<td>District Employments</td>
</tr>
<tr>
<td><a href="#pos">POS</a></td>
<td>positions, which are District Assignments</td>
</tr>
<tr>
<td><a href="#hh">HH</a></td>
<td>households</td>
</tr>
<tr>
<td><a href="#adr">ADR</a></td>
<td>addresses</td>
</tr>
<tr>
<td><a href="#srch">SRCH</a></td>
<td>searching for staff</td>
</tr>
<tr>
<td><a href="#chk">CHK</a></td>
<td>Check Campus Data</td>
</tr>
<tr>
<td><a href="#sync">SYNC</a></td>
<td>the synchronization of a whole district</td>
</tr>
<tr>
<td><a href="#val">VAL</a></td>
<td>the validation report</td>
</tr>
<tr>
<td><a href="#ro">RO</a></td>
<td>fields that are read-only because HR manages them</td>
</tr>
<tr>
<td><a href="#err">ERR</a></td>
<td>the error log</td>
</tr>
<tr>
<td><a href="#not">NOT</a></td>
<td>notifications</td>
</tr>
<tr>
<td><a href="#cmb">CMB</a></td>
<td>combining two records of one person</td>
</tr>
<tr>
<td><a href="#undo">UNDO</a></td>
<td>undoing a commit</td>
</tr>
</tbody></table>
<p><strong>Words.</strong> <em>Campus</em> is the student information system. <em>HR</em> is the vendor&#39;s system. A <em>person</em> is anyone in Campus:
staff, student or parent. A person is <em>staff</em> if they have a Local Staff Number, a District Employment or a District
Assignment. A staff member is <em>complete</em> if they have at least one District Assignment. <em>Position</em> and <em>District
Assignment</em> mean the same. A <em>district</em> is one tenant; its calendar days are days of its own time zone.</p>
<h2 id="cred"><a href="#cred">CRED</a></h2>
<p>Credentials, secrets and tokens. For admins: API credentials. For vendors: <a href="/campus/api/businessOfficeIntegration/docs/first-synchronization">from a token to a
committed synchronization</a>.</p>
<h3 id="cred-1"><a href="#cred-1">CRED-1</a></h3>
<p><strong>The credentials page.</strong> <em>System Settings &gt; Business Office Integration &gt; Business Office API Credentials</em> shows the
Client ID, Client Secret, Token URL, Base URL and a link to the API documentation.</p>
<h3 id="cred-2"><a href="#cred-2">CRED-2</a></h3>
<p><strong>A token for every call.</strong> HR sends the Client ID and Client Secret to the Token URL with the grant
<code>client_credentials</code> (RFC 6749, section 4.4), by HTTP Basic or in the form body. No <code>scope</code> is needed. The token is
valid for an hour and goes with every call as <code>Authorization: Bearer …</code>.</p>
<h3 id="cred-3"><a href="#cred-3">CRED-3</a></h3>
<p><strong>The Token URL names the district</strong> by <code>?appName=</code>. Without it the answer is 400 with &quot;No Campus Application selected&quot;
and an example of a correct URL. An unknown appName, and a client of another district, get the same answer as a wrong
secret: 401 <code>invalid_client</code>, whatever characters the wrong secret has.</p>
<h3 id="cred-4"><a href="#cred-4">CRED-4</a></h3>
<p><strong>Showing the secret.</strong> <em>Show Secret</em> shows or hides every character of the Client Secret. The secret is stored
encrypted and never written to a log. Each time somebody shows it, the audit log records who.</p>
<h3 id="cred-5"><a href="#cred-5">CRED-5</a></h3>
<p><strong>A new secret stops the old one.</strong> <em>Generate New Secret</em> warns first. By default the old secret, and every token issued
with it, fail from the next call on, on every server.</p>
<h3 id="cred-6"><a href="#cred-6">CRED-6</a></h3>
<p><strong>An overlap for the change.</strong> The admin may instead let the old secret work for 1 hour, 24 hours or 7 days, and end
that early with <em>Revoke now</em>. The page shows when each secret was created and last used.</p>
<h2 id="ref"><a href="#ref">REF</a></h2>
<p>Schools, genders, assignment codes and titles.</p>
<h3 id="ref-1"><a href="#ref-1">REF-1</a></h3>
<p><strong>The district&#39;s values.</strong> <code>GET schools</code>, <code>GET attributes/genders</code>, <code>GET attributes/assignmentCodes</code> and <code>GET attributes/titles</code> list the values that HR must map to.</p>
<h3 id="ref-2"><a href="#ref-2">REF-2</a></h3>
<p><strong>Unknown and inactive codes.</strong> Codes are compared exactly: case and leading zeros count.</p>
<ul>
<li>An unknown school, gender or assignment code is an error. Its hint names the codes of the district, and the likely one.</li>
<li>An unknown <code>titleCode</code> is created. <code>titleDescription</code> describes it, or the code itself if there is no description. In
a transfer the first record that brings the new title describes it; a different description in a later record is a
warning.</li>
<li>A known title keeps its description; a different one is a warning.</li>
<li>An inactive school, code or title is accepted with a warning.</li>
</ul>
<h3 id="ref-3"><a href="#ref-3">REF-3</a></h3>
<p><strong>Value Mapping.</strong> A district may say what a value of an HR system is in Campus: a school, a gender, an assignment code
or a title. It does so per client, on the page <em>Value Mapping</em>.</p>
<ul>
<li>The value is compared exactly, without blanks around it. It may be longer than a code, such as a school&#39;s name. It is
replaced before the record is checked, in single calls and in transfers.</li>
<li>A code of Campus always means itself. A mapping from such a code is refused. If Campus gets the code later, the mapping
has no effect while Campus has it.</li>
<li>The answer names the mapped values in the warning <code>valuesMapped</code>: a single call one by one, a transfer with the number
of staff, and the validation report for the whole run.</li>
<li>The description that HR sends with a mapped title is ignored. It belongs to HR&#39;s title.</li>
<li>A record is staged with HR&#39;s own values. Validation and commit map them as the district does then: after a change of a
mapping, validate again. What was committed stays as it is.</li>
<li>Values that Campus did not know are listed under <em>Unmapped</em>, with counts. The last 2,000 of each client are kept.</li>
</ul>
<h2 id="staff"><a href="#staff">STAFF</a></h2>
<p>A staff member&#39;s number and fields, for <code>POST staffMembers</code>, <code>PUT staffMembers/{staffNumber}</code> and records of a transfer.</p>
<h3 id="staff-1"><a href="#staff-1">STAFF-1</a></h3>
<p><strong>The staff number is the key.</strong> HR&#39;s <code>staffNumber</code> is Campus&#39; Local Staff Number. It has 1 to 15 letters, digits, <code>-</code>,
<code>_</code> or <code>.</code>; blanks around it are ignored. Case is ignored when numbers are compared, so <code>PENDING</code> is <code>pending</code>; leading
zeros count. Campus stores HR&#39;s spelling. <code>sync</code> and <code>search</code> are refused, because they are paths of the API.</p>
<h3 id="staff-2"><a href="#staff-2">STAFF-2</a></h3>
<p><strong>Demographics</strong> are lastName, firstName, middleName, staffNumber, gender, ssn, birthDate, workPhone, cellPhone,
otherPhone, workEmail and personalEmail.</p>
<h3 id="staff-3"><a href="#staff-3">STAFF-3</a></h3>
<p><strong>Gender</strong> must be one of the district&#39;s genders (<a href="#ref-1">REF-1</a>).</p>
<h3 id="staff-4"><a href="#staff-4">STAFF-4</a></h3>
<p><strong>A number that is taken.</strong> <code>POST staffMembers</code> with the number of a person in Campus answers 409 and changes nothing,
even if a search does not show that person (<a href="#srch-1">SRCH-1</a>). It proposes an update only if exactly one person has the
number.</p>
<h3 id="staff-5"><a href="#staff-5">STAFF-5</a></h3>
<p><strong>Positions may follow later.</strong> A record without positions is accepted. The person counts as a staff member once they
have a position; until then the answer says <code>&quot;complete&quot;: false</code>.</p>
<h3 id="staff-6"><a href="#staff-6">STAFF-6</a></h3>
<p><strong>What an update changes.</strong> <code>PUT staffMembers/{staffNumber}</code> takes the properties of the create call.</p>
<ul>
<li>A property that is left out stays as it is. <code>null</code> clears it. Required properties can&#39;t be cleared. An empty string is
<code>null</code> for an optional property.</li>
<li>Items of <code>employments</code> and <code>positions</code> are whole: in an item, a missing property is <code>null</code>. A missing <code>endDate</code> is an
open end.</li>
<li><code>null</code> for a list is an error. <code>&quot;employments&quot;: []</code> changes nothing. <code>&quot;positions&quot;: []</code> removes all positions
(<a href="#pos-10">POS-10</a>).</li>
<li><code>&quot;household&quot;: null</code> is the same as leaving it out.</li>
<li>A body whose <code>staffNumber</code> differs from the one in the URL is an error.</li>
<li>Values are compared without blanks around them, e-mail addresses without case, phone numbers by their digits. If
nothing else differs, nothing is written.</li>
</ul>
<h3 id="staff-7"><a href="#staff-7">STAFF-7</a></h3>
<p><strong>Lengths.</strong> Names have at most 50 characters, phone numbers 25, e-mail addresses 100, codes 15, title descriptions 100.
An SSN has nine digits, with or without dashes. A value that is too long is an error. Campus never cuts a value.</p>
<p><strong>Contact data that can&#39;t be what it says.</strong> An e-mail address without @ and a phone number without a digit are errors. A
name, street or city that looks like a placeholder (NULL, N/A), a birth date in the future or over 120 years ago, and a
staff number or name that looks like an SSN are taken as sent, with a warning.</p>
<p><strong>Ended employments beside an open position.</strong> If all employments of a person have ended and a position has no
<code>endDate</code>, the answer has the warning <code>positionStillOpen</code>.</p>
<h3 id="staff-8"><a href="#staff-8">STAFF-8</a></h3>
<p><strong>All errors at once.</strong> The answer lists every error of a record, each with a JSON pointer, a code and often a hint. Of an
object 100 unknown properties are listed and of a record 1,000 errors; the last one then says how many more there are.</p>
<h3 id="staff-9"><a href="#staff-9">STAFF-9</a></h3>
<p><strong>Unknown properties are errors.</strong> The message names the property and the nearest known one, so a typing error such as
<code>schooNumber</code> is never dropped silently.</p>
<h2 id="id"><a href="#id">ID</a></h2>
<p>Identities are the names of a person over time. One of them is the current one.</p>
<h3 id="id-1"><a href="#id-1">ID-1</a></h3>
<p><strong>A changed name starts a new identity.</strong> If an update changes lastName, firstName or middleName, the current identity
ends and a new one becomes the current one.</p>
<h3 id="id-2"><a href="#id-2">ID-2</a></h3>
<p><strong>Its dates.</strong> The new identity starts on the day of the call. The previous one ends on the day before.</p>
<h3 id="id-3"><a href="#id-3">ID-3</a></h3>
<p><strong>Nothing else does.</strong> A changed gender, SSN, birth date, phone number or e-mail address makes no identity. Neither does
the same name sent again.</p>
<h3 id="id-4"><a href="#id-4">ID-4</a></h3>
<p><strong>A second change on one day.</strong> It is a new identity, too. The identity that started on the day of the call ends on that
day, so its period is one day, and the new one starts on the same day and becomes the current one. No name is replaced or
lost, and exactly one identity is current. Of identities that start on the same day, the one written last is the latest.</p>
<h3 id="id-5"><a href="#id-5">ID-5</a></h3>
<p><strong>When two names are the same.</strong> Two names are the same when a reader sees the same. Composed and decomposed letters are
the same (Unicode NFC), and so are straight and typographic apostrophes, the kinds of hyphens, and any run of blanks, also
no-break ones. Zero-width and other invisible characters do not count. Case and accents do. A difference of this kind alone
starts no identity and is not in the report. The name of a household and the description of a title are compared the same
way.</p>
<p><strong>What is stored.</strong> HR&#39;s spelling, in NFC and without invisible characters; this goes for every text HR sends, except that
a staffNumber with an invisible character is an error. A lastName or firstName without a letter that a reader can see is
missing (<code>required</code>).</p>
<h3 id="id-6"><a href="#id-6">ID-6</a></h3>
<p><strong>An initial is not a change,</strong> if the district chooses so. HR&#39;s <code>middleName</code> is then no difference if it is one initial,
with or without a period, that begins the middle name in Campus. Case and accents do not count. If another part of the
name changes, the new identity keeps the middle name. The choice holds for single calls and synchronizations.</p>
<p>Without the choice an initial starts a new identity. The validation report counts people whose name differs in nothing
else as <em>Middle Initial Only</em>, and under <em>Name</em>.</p>
<h2 id="emp"><a href="#emp">EMP</a></h2>
<p>District Employments.</p>
<h3 id="emp-1"><a href="#emp-1">EMP-1</a></h3>
<p><strong>Several employments.</strong> A person may have several, for rehires, each with a <code>hireDate</code> and a <code>terminationDate</code>.</p>
<h3 id="emp-2"><a href="#emp-2">EMP-2</a></h3>
<p><strong>Dates are taken as sent.</strong> A termination before the hire date and overlapping employments are accepted with a warning.
A value that is no day of the calendar is an error.</p>
<h3 id="emp-3"><a href="#emp-3">EMP-3</a></h3>
<p><strong>How employments are matched.</strong></p>
<ol>
<li>Employments with the same hire and termination date are paired, one to one.</li>
<li>Each remaining record, in the order sent, takes the first free employment in Campus with the same hire date; its
termination date is updated.</li>
<li>Otherwise it takes the first free employment with the same termination date; its hire date is updated. Two open ends
are the same.</li>
<li>Otherwise a new employment is created.</li>
</ol>
<p>Employments that HR leaves out are kept. So a rehire that HR sends as one open employment changes the hire date of the
open employment in Campus; send the earlier employment with its termination date as well.</p>
<h2 id="pos"><a href="#pos">POS</a></h2>
<p>Positions, which are District Assignments.</p>
<h3 id="pos-1"><a href="#pos-1">POS-1</a></h3>
<p><strong>The fields</strong> of a position are schoolNumber, assignmentCode, titleCode, titleDescription, startDate and endDate.</p>
<h3 id="pos-2"><a href="#pos-2">POS-2</a></h3>
<p><strong>What is required:</strong> schoolNumber, startDate, and titleCode or assignmentCode.</p>
<h3 id="pos-3"><a href="#pos-3">POS-3</a></h3>
<p><strong>Dates are taken as sent.</strong> The order of the dates, overlaps, and whether a code suits a school are not checked. An end
before the start is a warning.</p>
<h3 id="pos-4"><a href="#pos-4">POS-4</a></h3>
<p><strong>The key</strong> of a position is its school and the codes that HR sends. A code that HR leaves out takes no part in the
match. A code that differs in Campus prevents it.</p>
<p><strong>A code that Campus lacks is added.</strong> HR sends both codes, and Campus has one of them and no other: the position
matches if no position with both codes matches by <a href="#pos-5">POS-5</a> or <a href="#pos-6">POS-6</a>. HR&#39;s code is then added, in a
change of its own with its reason, also on a <a href="#pos-11">linked position</a>. The validation report shows it, and an undo
takes it away again.</p>
<h3 id="pos-5"><a href="#pos-5">POS-5</a></h3>
<p><strong>Same key and start date: the end date is updated.</strong> If several positions match, all of them are updated.</p>
<h3 id="pos-6"><a href="#pos-6">POS-6</a></h3>
<p><strong>Otherwise same key and end date: the start date is updated,</strong> on all matches. Two open ends are the same.</p>
<h3 id="pos-7"><a href="#pos-7">POS-7</a></h3>
<p><strong>Otherwise a position is created.</strong></p>
<h3 id="pos-8"><a href="#pos-8">POS-8</a></h3>
<p><strong>Adding one position.</strong> <code>POST staffMembers/{staffNumber}/position</code> always creates a position, even if an equal one
exists.</p>
<h3 id="pos-9"><a href="#pos-9">POS-9</a></h3>
<p><strong>Updating one position.</strong> <code>PUT staffMembers/{staffNumber}/position</code> updates one date by <a href="#pos-5">POS-5</a> or
<a href="#pos-6">POS-6</a>, and adds a code that Campus lacks (<a href="#pos-4">POS-4</a>). If nothing matches, the answer is 404 and the
error log has it.</p>
<h3 id="pos-10"><a href="#pos-10">POS-10</a></h3>
<p><strong>A list of positions is complete.</strong> Where an update or a transferred record has <code>positions</code>, these are all positions of
the person. Matches are updated first, then new positions are created, then the positions that HR left out are removed.</p>
<h3 id="pos-11"><a href="#pos-11">POS-11</a></h3>
<p><strong>Linked positions stay.</strong> A position that other data depends on, such as a section taught by the person, can&#39;t be
removed. It stays unchanged, and a warning says what it is linked to.</p>
<h3 id="pos-12"><a href="#pos-12">POS-12</a></h3>
<p><strong>No list, no change.</strong> A record without <code>positions</code> leaves all positions as they are.</p>
<h3 id="pos-13"><a href="#pos-13">POS-13</a></h3>
<p><strong>How a list is matched,</strong> in three steps. The same list sent twice changes nothing, and two records never become one
position.</p>
<h4 id="pos-13a"><a href="#pos-13a">POS-13a</a></h4>
<p>Positions with the same key, start and end are paired, one to one. Records with more codes choose first. A record takes
the position with the fewest further codes.</p>
<h4 id="pos-13b"><a href="#pos-13b">POS-13b</a></h4>
<p>Each remaining record, in the order sent, is matched to the remaining positions by <a href="#pos-5">POS-5</a>, then
<a href="#pos-6">POS-6</a>. A position that has been matched is not matched again. The records that are still left repeat both
steps with the positions that lack one of their codes (<a href="#pos-4">POS-4</a>). If nothing matches, the record is created.</p>
<h4 id="pos-13c"><a href="#pos-13c">POS-13c</a></h4>
<p>A position that is still unmatched, but has the key and start date of a record, takes that record&#39;s end date. If several
records qualify, the first in the order sent decides. Such a position is not removed.</p>
<h2 id="hh"><a href="#hh">HH</a></h2>
<p>Households. <code>household</code> is optional; without it no household is created or changed.</p>
<h3 id="hh-1"><a href="#hh-1">HH-1</a></h3>
<p><strong>The smallest household</strong> is <code>household.householdLocations[].address</code>. When a location is created, it starts today,
gets mail (<code>mailing</code>), is lived at (<code>physical</code>) unless it is a PO box, and is not <code>private</code> or <code>secondary</code>. The
household&#39;s name is the last name. On an update, what is left out or <code>null</code> stays as it is.</p>
<h3 id="hh-2"><a href="#hh-2">HH-2</a></h3>
<p><strong>Create.</strong> A new person with a <code>household</code> gets a new household, marked as staff household. Its addresses are found or
created (<a href="#adr-4">ADR-4</a>). A new person without a <code>household</code> gets none; the answer, and the result of a commit, then
has the warning <code>noHousehold</code>.</p>
<h3 id="hh-3"><a href="#hh-3">HH-3</a></h3>
<p><strong>Update of a household of one&#39;s own.</strong> If the person is the only member of exactly one staff household, that household
is updated, whatever other households they belong to.</p>
<ul>
<li>A location at the same address is not made again; what was sent of it is updated.</li>
<li>A location at another address replaces an open one. The open one ends on the day before the new one starts. If it
started on that day or later, the new one takes its place.</li>
<li>Locations of the same call never end each other. The same address at the same time counts once, with a warning.</li>
</ul>
<h3 id="hh-4"><a href="#hh-4">HH-4</a></h3>
<p><strong>Shared households are never changed.</strong> If the person has no such household and shares one with anyone else, the
household information is ignored, to protect students&#39; addresses. The answer has the warning <code>householdIgnored</code>.</p>
<h3 id="hh-5"><a href="#hh-5">HH-5</a></h3>
<p><strong>Other cases of an update.</strong> A person without a household gets a new staff household. If the person is the only member
of a household that is no staff household, or of several staff households, the information is ignored with a warning.</p>
<h2 id="adr"><a href="#adr">ADR</a></h2>
<p>Addresses. In detail: how addresses are read and compared.</p>
<h3 id="adr-1"><a href="#adr-1">ADR-1</a></h3>
<p><strong>Two forms.</strong> An address is sent by components (postOfficeBox, number, prefix, street, tag, direction, apt, city,
state, zip, county, locationCode, tract, block) or as <code>fullStreetAddress</code> with city, state, zip and county. Both forms
in one address are an error. City and state are required.</p>
<h3 id="adr-2"><a href="#adr-2">ADR-2</a></h3>
<p><strong>PO boxes.</strong> With <code>&quot;postOfficeBox&quot;: true</code>, <code>number</code> is the number of the box. A prefix, street, tag, direction, apt,
locationCode, tract or block beside it is an error, and so is an apartment after a box in one line. A number that carries
the words of a box (&quot;PO Box 88&quot;, &quot;Box 88&quot;) is box 88, with the warning <code>poBoxWords</code>.</p>
<h3 id="adr-3"><a href="#adr-3">ADR-3</a></h3>
<p><strong>Each address exists once in a district.</strong> <code>4321 North Lexington Avenue</code> is <code>4321 N Lexington Ave.</code>. Compared are the
box or street line, the unit, city, state and the first five digits of the zip, each in a normal form. ZIP+4, county,
tract, block and locationCode are not compared: they fill what is empty in Campus, and a different value is a warning.</p>
<h3 id="adr-4"><a href="#adr-4">ADR-4</a></h3>
<p><strong>Components are looked up twice:</strong> as they were sent, then joined to one line and read again. If Campus does not have
the address, it is created as it was read the second time, which may differ from the components that were sent.</p>
<h3 id="adr-5"><a href="#adr-5">ADR-5</a></h3>
<p><strong>One line is read, then looked up.</strong> If Campus does not have the address, it is created as it was read.</p>
<h3 id="adr-6"><a href="#adr-6">ADR-6</a></h3>
<p><strong>What must be readable:</strong> numbered streets, compass directions before and after the street name, units, PO boxes. <code>4321 South Lexington Ave SE Apt 45</code> is prefix S, street Lexington, tag Ave, direction SE, apt 45. Prefix and direction are
stored as compass points.</p>
<h3 id="adr-7"><a href="#adr-7">ADR-7</a></h3>
<p><strong>Different places stay different.</strong> N and S, Ave and St, Apt 4 and Apt 5, another city, state or zip: all are different
addresses. A street named like a direction or a tag (&quot;North St&quot;, &quot;Avenue B&quot;) keeps its name. Text that can&#39;t be read is
stored whole as the street. Nothing is dropped.</p>
<h3 id="adr-8"><a href="#adr-8">ADR-8</a></h3>
<p><strong>Search answers can be sent back.</strong> The components that <code>GET addresses</code> answers can be used unchanged in create and
update calls.</p>
<h2 id="srch"><a href="#srch">SRCH</a></h2>
<p>Searching for staff.</p>
<h3 id="srch-1"><a href="#srch-1">SRCH-1</a></h3>
<p><strong>Staff without a position are not found</strong> by <code>GET staffMembers</code> or on the <em>Staff</em> page. <code>includeIncomplete=true</code>, and
the page&#39;s filter <em>Incomplete</em>, show them, marked as incomplete.</p>
<h3 id="srch-2"><a href="#srch-2">SRCH-2</a></h3>
<p><strong>What can be searched:</strong> staff number, birth date and SSN exactly; e-mail address without regard to case; names by how
they begin, ignoring case, accents, apostrophes (the okina too), hyphens, blanks and generational suffixes (Jr., III).
Lists are read page by page with <code>cursor</code>.</p>
<p>Every search by name ignores the same: on the staff page, in the validation report, in the results of a commit, among
users and recipients of notifications, and in the audit log. So does Check Campus Data when it looks for HR&#39;s record of a
person (<a href="#chk-2">CHK-2</a>).</p>
<p><strong>A client or user may ask about 30 different SSNs within an hour</strong>, by a search or by a create call that is refused because
of a likely duplicate. Then the answer is 429 with <code>Retry-After</code>. The same SSN again is free. The answer to a search by SSN
leaves out <code>ssnLast4</code>. The audit log has each such question, without the SSN. On the staff page, nine digits that a staff
number begins with are read as that number.</p>
<h2 id="chk"><a href="#chk">CHK</a></h2>
<p>Check Campus Data.</p>
<h3 id="chk-1"><a href="#chk-1">CHK-1</a></h3>
<p><strong>The report</strong> lists staff who share a staff number, side by side, and staff without one. It opens in a new tab.</p>
<h3 id="chk-2"><a href="#chk-2">CHK-2</a></h3>
<p><strong>Correct and repeat.</strong> Admins correct a number in the report&#39;s row, or on the person&#39;s page, until the report counts
nothing left. The row shows HR&#39;s likely number for the person: of the likeliest record in HR&#39;s newest feed whose
number nobody in Campus has. Until the next feed is staged, the last committed one is HR&#39;s newest. An edit made by hand
in Campus carries this id in the person&#39;s history.</p>
<p><strong>A list of numbers.</strong> Admins also paste a list, <em>old number → new number</em> or <em>name → new number</em>. A preview says for each
line what it does, or why it can&#39;t be used: several people, nobody, a number that is taken or is none, a line pasted
twice. The change is made as previewed, in one transaction; a person or number that changed since is left as it is and
named. Numbers that are given up in the same list are free.</p>
<p>A third group lists <strong>staff numbers that are no numbers</strong>, because such people match nobody, or the wrong one. By kind:</p>
<ul>
<li>words such as PENDING, TBD, NEW, N/A or NONE, also with a counter of one or two digits (NEW2);</li>
<li>only zeros; one letter repeated (X, XXX); five or more nines; six or more digits as they are counted (123456);</li>
<li>only signs, such as <code>--</code> or <code>?</code>;</li>
<li>what HR can&#39;t send as a staff number (<a href="#staff-1">STAFF-1</a>).</li>
</ul>
<h2 id="sync"><a href="#sync">SYNC</a></h2>
<p>The synchronization of a whole district. For admins: running a synchronization. For
vendors: <a href="/campus/api/businessOfficeIntegration/docs/first-synchronization#a-whole-district">a whole district</a>.</p>
<h3 id="sync-1"><a href="#sync-1">SYNC-1</a></h3>
<p><strong>The states and what they allow.</strong> A district has at most one live synchronization.</p>
<table>
<thead>
<tr>
<th>state</th>
<th>calls allowed</th>
</tr>
</thead>
<tbody><tr>
<td>none, committed, cancelled</td>
<td><code>start</code></td>
</tr>
<tr>
<td>transferring</td>
<td><code>transfer</code>, <code>end</code>, <code>start</code></td>
</tr>
<tr>
<td>transferred</td>
<td><code>validate</code>, <code>start</code></td>
</tr>
<tr>
<td>validated</td>
<td><code>validate</code>, <code>commit</code>, <code>submitCommitJob</code>, <code>start</code></td>
</tr>
<tr>
<td>committing</td>
<td>none; an admin may cancel</td>
</tr>
</tbody></table>
<p>Any other call answers 409 with the state and the calls allowed. <code>start</code> on a live synchronization restarts it
(<a href="#sync-4">SYNC-4</a>).</p>
<h3 id="sync-2"><a href="#sync-2">SYNC-2</a></h3>
<p><strong>A transfer call is staged whole or not at all.</strong> Records have the form of the create call. If one record is invalid,
nothing of the call is staged, and the answer lists every error by record and staff number. A school, gender or
assignment code that Campus does not know counts as invalid. <code>transfer</code> may be called any number of times. A number can
be staged once; a second record with it is an error that names both places.</p>
<p>With <code>?onInvalid=setAside</code> the valid records are staged and the others are set aside. They are listed as errors in the
report and as failed in the results, each staff number once. <code>received</code>, <code>expectedStaff</code> and the job&#39;s <code>total</code> count
both. What happens when a number is sent more than once:</p>
<table>
<thead>
<tr>
<th>sent</th>
<th>outcome</th>
</tr>
</thead>
<tbody><tr>
<td>twice in one call</td>
<td>All records of that number in the call are set aside. If they were applied, the one would remove what the other brings (<a href="#pos-10">POS-10</a>).</td>
</tr>
<tr>
<td>later, after it was set aside</td>
<td>A sound record replaces what was set aside, in a call without <code>setAside</code> too. An invalid one takes its place.</td>
</tr>
<tr>
<td>later, equal to the staged record</td>
<td>It counts once: a batch that is sent again changes nothing. The warning <code>alreadyStaged</code> says so.</td>
</tr>
<tr>
<td>later, different from the staged record</td>
<td>Both are set aside. Send the correct record once more; it replaces both.</td>
</tr>
</tbody></table>
<p>A record without a number is named by its place in the run: <code>(record 3)</code>.</p>
<p><code>start</code> answers the <code>runId</code>. <code>transfer</code>, <code>end</code>, <code>validate</code>, <code>commit</code> and <code>submitCommitJob</code> take it as <code>?runId=</code>. If another
run is live by then, they answer 409 <code>anotherRun</code>, which names the live run, and change nothing.</p>
<h3 id="sync-3"><a href="#sync-3">SYNC-3</a></h3>
<p><strong>End</strong> is possible once something has been transferred. With <code>expectedStaff</code> it is refused if another number of staff
was received.</p>
<h3 id="sync-4"><a href="#sync-4">SYNC-4</a></h3>
<p><strong>Restart.</strong> <em>Restart Transfer</em>, or <code>start</code> again, discards what was transferred and begins again. A warning says how
many staff were discarded. The previous run stays in the history as cancelled. <code>{ &quot;restart&quot;: false }</code> asks for 409
instead.</p>
<p>What another client or the office has staged is not discarded without asking. <code>start</code> answers 409 <code>othersStaging</code>, whose
staff they are and how many; <code>{ &quot;restart&quot;: true }</code> discards them. In Campus <em>Restart Transfer</em> asks and says the same.
Users whose staff were discarded get a message. For an HR client, the recipients of <em>HR Sync Commit</em> get one
(<a href="#not-1">NOT-1</a>).</p>
<h3 id="sync-5"><a href="#sync-5">SYNC-5</a></h3>
<p><strong>After corrections.</strong> If data changed in Campus, validate again. If data changed in HR, restart.</p>
<h3 id="sync-6"><a href="#sync-6">SYNC-6</a></h3>
<p><strong>A commit needs a validation</strong> of what was transferred. It plans each person again from the data as it is at that
moment, so it may refuse somebody the validation accepted.</p>
<h3 id="sync-7"><a href="#sync-7">SYNC-7</a></h3>
<p><strong>People are matched by staff number.</strong> People in both are updated, people only in HR are created, people only in Campus
are left unchanged. If several people in Campus share the number, that record fails and the others go on.</p>
<h3 id="sync-8"><a href="#sync-8">SYNC-8</a></h3>
<p><strong>Wait, or submit a job.</strong> <code>commit</code> waits and returns the result of each staff member. <code>submitCommitJob</code> returns at
once, and <code>commitJobStatus</code> reports progress. For more than 500 staff use the job: <code>commit</code> works as well, with a
warning, unless the district has set a limit, above which it answers 409.</p>
<h3 id="sync-9"><a href="#sync-9">SYNC-9</a></h3>
<p><strong>One person&#39;s failure never undoes another&#39;s success.</strong> Each person is written completely or not at all.</p>
<h3 id="sync-10"><a href="#sync-10">SYNC-10</a></h3>
<p><strong>A crash loses nothing.</strong> A commit that was interrupted goes on by itself. Nothing is lost or written twice.</p>
<h3 id="sync-11"><a href="#sync-11">SYNC-11</a></h3>
<p><strong>Positions in a synchronization</strong> follow <a href="#pos-10">POS-10</a>, <a href="#pos-11">POS-11</a> and <a href="#pos-13">POS-13</a>: what HR leaves out
is removed. A district may choose to keep it. The report shows what would be removed and what stays because it is
linked.</p>
<p><strong>A new person</strong> is counted under <em>HR staff NOT in Campus</em>, with their employments and positions, which are counted
nowhere else. Their entry names all they bring: employments, positions with title and school, and addresses. Their
addresses that Campus does not have are listed and counted under addresses, too.</p>
<h3 id="sync-12"><a href="#sync-12">SYNC-12</a></h3>
<p><strong>The page</strong> <em>Staff Synchronization</em> shows the four steps Start Sync, End Sync, Validate and Commit, who started when,
the number of staff transferred, the state, and only the buttons that are possible now. Commit asks for confirmation.</p>
<h3 id="sync-13"><a href="#sync-13">SYNC-13</a></h3>
<p><strong>Guards.</strong> A district can limit what one commit may change: people created, renamed, ended or changed, people
with erased values, positions removed, and how far a feed may shrink. A commit above a limit is held for approval until an admin approves it with a
reason. A district&#39;s first commit is never held. Admins can also exclude single people from commits; their outcome is
<code>held</code>. See limits and approval.</p>
<h3 id="sync-14"><a href="#sync-14">SYNC-14</a></h3>
<p><strong>What a record leaves out stays as it is,</strong> as in <a href="#staff-6">STAFF-6</a>.</p>
<h2 id="val"><a href="#val">VAL</a></h2>
<p>The validation report. For admins: reading the validation report.</p>
<h3 id="val-1"><a href="#val-1">VAL-1</a></h3>
<p><strong>What is counted.</strong> The summary counts people with demographic differences, and by field; employments, positions and
addresses that the commit would change or add; staff only in HR; staff only in Campus, with or without a number; and
staff who share a number. An update of two positions counts two. An ignored address is listed with its reason and not
counted. A household&#39;s name and phone count under addresses.</p>
<h3 id="val-2"><a href="#val-2">VAL-2</a></h3>
<p><strong>What is shown.</strong> Each section lists its first 100 entries and says how many there are. Differences are pairs, Campus
above HR. <em>Errors</em> lists what the commit will refuse, and why.</p>
<h3 id="val-3"><a href="#val-3">VAL-3</a></h3>
<p><strong>All entries</strong> can be read, searched, filtered by field, and downloaded as CSV or PDF. Each entry gives the rule and
the reason. The page also shows them by person: everything the commit does to one person, old and new.</p>
<h3 id="val-4"><a href="#val-4">VAL-4</a></h3>
<p><strong>SSNs</strong> appear only as &quot;differs&quot; and the last four digits.</p>
<h2 id="ro"><a href="#ro">RO</a></h2>
<p>Fields that are read-only because HR manages them.</p>
<h3 id="ro-1"><a href="#ro-1">RO-1</a></h3>
<p><strong>HR manages a person</strong> once HR has created or updated them through the API, or a commit has matched them, even if
nothing differed. From then on, all properties that HR can send are read-only in Campus, on every page and in every
call: demographics, employments and positions.</p>
<h3 id="ro-2"><a href="#ro-2">RO-2</a></h3>
<p><strong>The page says who wrote it.</strong> Each section of the staff page names the HR call or commit that wrote there last, and
when. <em>Who wrote this</em> shows the same for each value.</p>
<h3 id="ro-3"><a href="#ro-3">RO-3</a></h3>
<p><strong>What HR can&#39;t change, Campus can.</strong> An admin with the tool right <em>Staff</em> corrects two things of a person HR manages,
each in an action of its own with a reason. The history and the audit log keep the reason.</p>
<ul>
<li><em>Change Staff Number</em>: HR renumbered the person, or the number was wrong. A number that another person has is refused,
and the refusal names that person. From then on HR finds the person by the new number only. A call to the old number
answers 404, and a create or a synchronization with it makes a second person.</li>
<li><em>Remove Employment</em>: both dates of an employment are wrong, so HR&#39;s next record would leave it in place
(<a href="#emp-3">EMP-3</a>). If HR still sends the employment, HR&#39;s next record creates it again.</li>
</ul>
<p>An undo of a synchronization keeps such corrections.</p>
<h3 id="ro-4"><a href="#ro-4">RO-4</a></h3>
<p><strong>Different places are never merged.</strong> Addresses whose numbers, streets or zips differ can&#39;t be merged on the page
<em>Addresses</em>; the refusal says what differs. A street that differs as a slip of the pen does can. The page
proposes only pairs that can be merged.</p>
<p><strong>HR hears of a merge.</strong> If people HR manages live or lived at the merged address, the merge dialog says how many. HR&#39;s
next call or commit for each of them answers once with the warning <code>addressMerged</code>, which names both addresses. Nothing
is to do: the old spelling leads to the kept address. A merge that is undone before that is not reported.</p>
<h3 id="ro-5"><a href="#ro-5">RO-5</a></h3>
<p><strong>Emergency unlock.</strong> If HR can&#39;t send a change in time, an admin with the tool right <em>User Security</em> unlocks one person
for 1 to 24 hours, with a reason and the password entered within the last ten minutes. The person&#39;s page shows who
unlocked them, why and until when. In that time users with the usual tool rights can edit everything HR manages of the
person. The lock comes back by itself, or with <em>Lock Now</em>. The audit log keeps the unlock and its end; each edit is in
the history with the reason.</p>
<ul>
<li><strong>Drift.</strong> The page lists what was changed meanwhile and differs from HR&#39;s last record, HR&#39;s value beside Campus&#39;.
Of an SSN it shows the last four digits. Employments and positions are listed as whole rows.</li>
<li><strong>HR&#39;s next record</strong> is written as ever, also while the person is unlocked. A field that HR sends is then HR&#39;s again
and no longer listed, whether HR replaced the edit or agrees with it. A field that HR leaves out stays as edited, and
listed. A list of positions settles all positions; a list of employments settles those that it names
(<a href="#emp-3">EMP-3</a>).</li>
<li><strong>An undo</strong> of a synchronization restores what the edit had written if the synchronization replaced it. Edits that were
made after the synchronization are kept, like every later edit. An undo does not list restored edits as drift again.</li>
</ul>
<h2 id="err"><a href="#err">ERR</a></h2>
<p>The error log. For admins: seeing what was refused.</p>
<h3 id="err-1"><a href="#err-1">ERR-1</a></h3>
<p><strong>What is logged:</strong> every API call answered with an error (4xx or 5xx), every refused token, and each person a commit
could not write, with date, action, path, message and payload. The message names each value that was wrong and why, as many
as fit, then how many more there are: in the list, the PDF and the CSV alike.</p>
<p><strong>File uploads</strong> on the page <em>Staff Synchronization</em> are logged too, if they were refused or rows were set aside. What an
admin started on a page is logged as that, not as an API path: the action is <code>UPLOAD</code> or <code>COMMIT</code>, the path <em>Staff
Synchronization</em>. A person that failed in a commit an API client started has the path of that call.</p>
<h3 id="err-2"><a href="#err-2">ERR-2</a></h3>
<p><strong>Export to PDF</strong> saves the log as filtered.</p>
<h3 id="err-3"><a href="#err-3">ERR-3</a></h3>
<p><strong>Payloads are masked before they are stored.</strong> Secrets and every run of nine digits are replaced; phone numbers under their
name stay (the rule). The first 256 KiB of a JSON body are kept, and of a body that can&#39;t be
read the first 16 KiB as text, whatever its encoding. Of a stream or a file, only the records that failed; if it can&#39;t be
read at all, its first 16 KiB, unpacked. Of a person a commit could not write it is the record as HR sent it. Failures
that belong to no district are in the server&#39;s log only. Calls without good credentials are counted instead: one entry
per cause, network address and minute, without payload.</p>
<h2 id="not"><a href="#not">NOT</a></h2>
<p>Notifications. For admins: notifications and the Message Center.</p>
<h3 id="not-1"><a href="#not-1">NOT-1</a></h3>
<p><strong>Two types.</strong> <em>HR-Staff</em>: HR created a person, updated staff or updated positions. <em>HR Sync Commit</em>: a commit ended.</p>
<h3 id="not-2"><a href="#not-2">NOT-2</a></h3>
<p><strong>Who can receive them:</strong> users with the tool right <em>District Employment</em> or <em>District Assignments</em>. A user who adds
recipients needs one of them too, besides <em>Notifications</em>.</p>
<h3 id="not-3"><a href="#not-3">NOT-3</a></h3>
<p><strong>Recipients</strong> are added and removed one by one or all at once. A notification without recipients is deleted.</p>
<h3 id="not-4"><a href="#not-4">NOT-4</a></h3>
<p><strong>Messages arrive in the Message Center.</strong> A commit sends one message. <em>HR-Staff</em> sends the first change within seconds
and what follows in the next five minutes as one message.</p>
<h2 id="cmb"><a href="#cmb">CMB</a></h2>
<p>Combining two records of one person. For admins: combining two records.</p>
<h3 id="cmb-1"><a href="#cmb-1">CMB-1</a></h3>
<p><strong>Combine Person.</strong> A student or parent who is hired becomes a second person, because no staff number matches. <em>Combine
Person</em> merges the two: the base person stays, and everything that depends on the other moves to it. A preview shows the
result first, and the audit log records it. A change made by a combination carries this id in the history.</p>
<h3 id="cmb-2"><a href="#cmb-2">CMB-2</a></h3>
<p><strong>Likely matches.</strong> Before a person is created, Campus looks for people who are likely the same. It compares names
(also former ones, known nicknames, first and last name swapped), birth date, SSN, e-mail address, phone number by its
digits, and address. A name alone is not enough. Of a guardian Campus has no birth date: the same name and the same
phone, or the same name and the same address, is likely. A birth date that differs speaks against it.</p>
<p>The answer of a create call and the results of a commit name these people in the warning <code>likelyDuplicate</code>, with the
reasons. With <code>&quot;onLikelyDuplicate&quot;: &quot;reject&quot;</code> the call creates nobody. The validation report names them at the new
person, and <em>Combine Person</em> lists them before you search.</p>
<h3 id="cmb-3"><a href="#cmb-3">CMB-3</a></h3>
<p><strong>The same person, without a second one.</strong> If HR&#39;s record and a person only in Campus are likely one, an admin with the
tool right <em>Staff</em> gives the Campus person HR&#39;s number, while the synchronization is live; the audit log records it. HR&#39;s
record is validated again at once, and the report shows the outcome. Where that can&#39;t be done, because a job is running,
the commit is held, or settings, codes or mappings have changed, the answer says to validate the whole again.</p>
<p><strong>A combination loses nothing.</strong> Phone numbers and e-mail addresses that only the other person has fill what the base
lacks, also if HR manages the base. <strong>It can be undone</strong> while nobody has edited its outcome, in Campus or by HR: both
people are as they were, with their history and results.</p>
<h2 id="undo"><a href="#undo">UNDO</a></h2>
<p>Undoing a commit. For admins: undoing a commit.</p>
<h3 id="undo-1"><a href="#undo-1">UNDO-1</a></h3>
<p><strong>Undo restores what a commit changed,</strong> person by person. Anything edited since is kept. People the commit created are
removed, unless other records now depend on them. A change made by an undo carries this id in the history.</p>
`,
};
