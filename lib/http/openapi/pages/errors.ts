import type { PageHtml } from '../page-endpoint.ts';

/** Made from docs/vendors/errors.md: `node bin/docs/make-pages.ts`. */
export const PAGE: PageHtml = {
title: "What can be wrong, by code",
headings: [
 {
  "id": "errors-of-a-record",
  "text": "Errors of a record"
 },
 {
  "id": "warnings-about-a-record",
  "text": "Warnings about a record"
 },
 {
  "id": "errors-of-a-call",
  "text": "Errors of a call"
 },
 {
  "id": "errors-of-a-csv-feed",
  "text": "Errors of a CSV feed"
 },
 {
  "id": "warnings-of-a-synchronization",
  "text": "Warnings of a synchronization"
 }
],
html: `
<h1 id="what-can-be-wrong-by-code">What can be wrong, by code</h1>
<p>This page is made from the code (<code>node bin/errors-page.ts</code>). The ids in brackets are <a href="/campus/api/businessOfficeIntegration/rules">rules</a>.</p>
<h2 id="errors-of-a-record"><a href="#errors-of-a-record">Errors of a record</a></h2>
<p>Nothing of the record is written. The answer lists all errors of a record at once, each with a JSON pointer.</p>
<table>
<thead>
<tr>
<th>code</th>
<th>meaning</th>
</tr>
</thead>
<tbody><tr>
<td><code>required</code></td>
<td>A required property is missing, null or blank.</td>
</tr>
<tr>
<td><code>unknownProperty</code></td>
<td>There is no such property; the message names the nearest one (<a href="/campus/api/businessOfficeIntegration/rules#staff-9">STAFF-9</a>).</td>
</tr>
<tr>
<td><code>notAString</code></td>
<td>The value must be a string, because a number would lose its leading zeros.</td>
</tr>
<tr>
<td><code>notABoolean</code></td>
<td>The value must be true or false.</td>
</tr>
<tr>
<td><code>notAList</code></td>
<td>The value must be a list; null is not one (<a href="/campus/api/businessOfficeIntegration/rules#staff-6">STAFF-6</a>).</td>
</tr>
<tr>
<td><code>notAnObject</code></td>
<td>The value must be an object.</td>
</tr>
<tr>
<td><code>notAChoice</code></td>
<td>The value is not one of those the property takes.</td>
</tr>
<tr>
<td><code>invalid</code></td>
<td>The value is wrong for another reason; the message says which.</td>
</tr>
<tr>
<td><code>tooLong</code></td>
<td>The value is longer than Campus can store; Campus never cuts a value (<a href="/campus/api/businessOfficeIntegration/rules#staff-7">STAFF-7</a>).</td>
</tr>
<tr>
<td><code>moreErrors</code></td>
<td>The record has more errors than are listed: more than a thousand.</td>
</tr>
<tr>
<td><code>tooMany</code></td>
<td>The list has more entries than one person can have.</td>
</tr>
<tr>
<td><code>notADate</code></td>
<td>The value is not a day of the calendar in the form YYYY-MM-DD (<a href="/campus/api/businessOfficeIntegration/rules#emp-2">EMP-2</a>).</td>
</tr>
<tr>
<td><code>notAnSsn</code></td>
<td>The value is not nine digits, with or without dashes (<a href="/campus/api/businessOfficeIntegration/rules#staff-7">STAFF-7</a>).</td>
</tr>
<tr>
<td><code>notAnEmail</code></td>
<td>The value has no @, so it is no e-mail address (<a href="/campus/api/businessOfficeIntegration/rules#staff-7">STAFF-7</a>).</td>
</tr>
<tr>
<td><code>notAPhone</code></td>
<td>The value has no digit, so it is no phone number (<a href="/campus/api/businessOfficeIntegration/rules#staff-7">STAFF-7</a>).</td>
</tr>
<tr>
<td><code>notAStaffNumber</code></td>
<td>The staffNumber has characters other than letters, digits, &quot;-&quot;, &quot;_&quot; and &quot;.&quot; (<a href="/campus/api/businessOfficeIntegration/rules#staff-1">STAFF-1</a>).</td>
</tr>
<tr>
<td><code>reserved</code></td>
<td>The staffNumber is a path of the API: &quot;sync&quot; or &quot;search&quot; (<a href="/campus/api/businessOfficeIntegration/rules#staff-1">STAFF-1</a>).</td>
</tr>
<tr>
<td><code>staffNumberDiffers</code></td>
<td>staffNumber differs from the one in the URL (<a href="/campus/api/businessOfficeIntegration/rules#staff-6">STAFF-6</a>).</td>
</tr>
<tr>
<td><code>staffNumberTaken</code></td>
<td>A person in Campus already has the staffNumber (<a href="/campus/api/businessOfficeIntegration/rules#staff-4">STAFF-4</a>).</td>
</tr>
<tr>
<td><code>unknownStaffNumber</code></td>
<td>Nobody in Campus has the staffNumber.</td>
</tr>
<tr>
<td><code>duplicateStaffNumber</code></td>
<td>Several people in Campus, or several records sent, have the staffNumber (<a href="/campus/api/businessOfficeIntegration/rules#sync-2">SYNC-2</a>, <a href="/campus/api/businessOfficeIntegration/rules#sync-7">SYNC-7</a>).</td>
</tr>
<tr>
<td><code>likelyDuplicate</code></td>
<td>Campus likely has the person already, and onLikelyDuplicate is &quot;reject&quot; (<a href="/campus/api/businessOfficeIntegration/rules#cmb-2">CMB-2</a>).</td>
</tr>
<tr>
<td><code>unknownGender</code></td>
<td>Campus does not have the gender (<a href="/campus/api/businessOfficeIntegration/rules#staff-3">STAFF-3</a>).</td>
</tr>
<tr>
<td><code>unknownSchool</code></td>
<td>Campus does not have the schoolNumber (<a href="/campus/api/businessOfficeIntegration/rules#ref-2">REF-2</a>).</td>
</tr>
<tr>
<td><code>unknownAssignmentCode</code></td>
<td>Campus does not have the assignmentCode (<a href="/campus/api/businessOfficeIntegration/rules#ref-2">REF-2</a>).</td>
</tr>
<tr>
<td><code>positionNotFound</code></td>
<td>No position of the person matches by start or end (<a href="/campus/api/businessOfficeIntegration/rules#pos-9">POS-9</a>).</td>
</tr>
<tr>
<td><code>addressBothForms</code></td>
<td>An address has both components and fullStreetAddress (<a href="/campus/api/businessOfficeIntegration/rules#adr-1">ADR-1</a>).</td>
</tr>
<tr>
<td><code>poBoxStreetPart</code></td>
<td>A PO box has another part of an address beside it (<a href="/campus/api/businessOfficeIntegration/rules#adr-2">ADR-2</a>).</td>
</tr>
<tr>
<td><code>poBoxNumberMissing</code></td>
<td>A PO box has no number (<a href="/campus/api/businessOfficeIntegration/rules#adr-2">ADR-2</a>).</td>
</tr>
<tr>
<td><code>unknownState</code></td>
<td>The state is not in the list of states, by name or code (<a href="/campus/api/businessOfficeIntegration/rules#adr-2">ADR-2</a>).</td>
</tr>
<tr>
<td><code>zipFormat</code></td>
<td>The zip is not 5 digits or ZIP+4.</td>
</tr>
</tbody></table>
<h2 id="warnings-about-a-record"><a href="#warnings-about-a-record">Warnings about a record</a></h2>
<p>The record was accepted, but Campus did not do everything it asks for, or a value looks wrong.</p>
<table>
<thead>
<tr>
<th>code</th>
<th>meaning</th>
</tr>
</thead>
<tbody><tr>
<td><code>terminationBeforeHire</code></td>
<td>An employment ends before it begins; taken as sent (<a href="/campus/api/businessOfficeIntegration/rules#emp-2">EMP-2</a>).</td>
</tr>
<tr>
<td><code>employmentsOverlap</code></td>
<td>Two employments overlap; taken as sent (<a href="/campus/api/businessOfficeIntegration/rules#emp-2">EMP-2</a>).</td>
</tr>
<tr>
<td><code>endBeforeStart</code></td>
<td>A position or location ends before it starts; taken as sent (<a href="/campus/api/businessOfficeIntegration/rules#pos-3">POS-3</a>).</td>
</tr>
<tr>
<td><code>looksUnfinished</code></td>
<td>A name, street or city looks like a placeholder, such as NULL or N/A; taken as sent (<a href="/campus/api/businessOfficeIntegration/rules#staff-7">STAFF-7</a>).</td>
</tr>
<tr>
<td><code>looksLikeSsn</code></td>
<td>A staff number or a name looks like an SSN; taken as sent (<a href="/campus/api/businessOfficeIntegration/rules#staff-7">STAFF-7</a>).</td>
</tr>
<tr>
<td><code>oddBirthDate</code></td>
<td>The birth date is in the future or over 120 years ago; taken as sent (<a href="/campus/api/businessOfficeIntegration/rules#staff-7">STAFF-7</a>).</td>
</tr>
<tr>
<td><code>positionStillOpen</code></td>
<td>All employments have ended, but a position has no endDate; taken as sent (<a href="/campus/api/businessOfficeIntegration/rules#staff-7">STAFF-7</a>).</td>
</tr>
<tr>
<td><code>inactiveCode</code></td>
<td>A school or code is inactive in Campus; it was accepted (<a href="/campus/api/businessOfficeIntegration/rules#ref-2">REF-2</a>).</td>
</tr>
<tr>
<td><code>titleDescriptionIgnored</code></td>
<td>Campus has another description of a title and keeps it (<a href="/campus/api/businessOfficeIntegration/rules#ref-2">REF-2</a>).</td>
</tr>
<tr>
<td><code>positionKept</code></td>
<td>A position that HR left out stays, because it is linked to other activities (<a href="/campus/api/businessOfficeIntegration/rules#pos-11">POS-11</a>).</td>
</tr>
<tr>
<td><code>noHousehold</code></td>
<td>A person was created without a household, because none was sent (<a href="/campus/api/businessOfficeIntegration/rules#hh-2">HH-2</a>).</td>
</tr>
<tr>
<td><code>householdIgnored</code></td>
<td>The household information was ignored (<a href="/campus/api/businessOfficeIntegration/rules#hh-4">HH-4</a>, <a href="/campus/api/businessOfficeIntegration/rules#hh-5">HH-5</a>).</td>
</tr>
<tr>
<td><code>locationRepeated</code></td>
<td>Two locations of one call have the same address at the same time; one is stored (<a href="/campus/api/businessOfficeIntegration/rules#hh-3">HH-3</a>).</td>
</tr>
<tr>
<td><code>privateNotCarriedOver</code></td>
<td>A private address is followed by one that is not private (<a href="/campus/api/businessOfficeIntegration/rules#hh-1">HH-1</a>).</td>
</tr>
<tr>
<td><code>poBoxWords</code></td>
<td>The number of a PO box carried its words (&quot;PO Box 88&quot;); they were left out (<a href="/campus/api/businessOfficeIntegration/rules#adr-2">ADR-2</a>).</td>
</tr>
<tr>
<td><code>addressWordsKept</code></td>
<td>Words of fullStreetAddress fit no part of an address; they were kept with it (<a href="/campus/api/businessOfficeIntegration/rules#adr-7">ADR-7</a>).</td>
</tr>
<tr>
<td><code>addressMerged</code></td>
<td>An admin merged two addresses since HR’s last record for the person; nothing is to do (<a href="/campus/api/businessOfficeIntegration/rules#ro-4">RO-4</a>).</td>
</tr>
<tr>
<td><code>addressDetailDiffers</code></td>
<td>A detail of the address differs from Campus, which keeps its own (<a href="/campus/api/businessOfficeIntegration/rules#adr-3">ADR-3</a>).</td>
</tr>
<tr>
<td><code>likelyDuplicate</code></td>
<td>Campus likely has the person already, under another number or without one (<a href="/campus/api/businessOfficeIntegration/rules#cmb-2">CMB-2</a>).</td>
</tr>
</tbody></table>
<h2 id="errors-of-a-call"><a href="#errors-of-a-call">Errors of a call</a></h2>
<table>
<thead>
<tr>
<th>code</th>
<th>meaning</th>
</tr>
</thead>
<tbody><tr>
<td><code>badJson</code></td>
<td>The text is not JSON; the message names line and column.</td>
</tr>
<tr>
<td><code>tooDeep</code></td>
<td>The JSON is nested more than 32 levels deep.</td>
</tr>
<tr>
<td><code>duplicateKey</code></td>
<td>An object has a property twice.</td>
</tr>
<tr>
<td><code>nulCharacter</code></td>
<td>A string has a NUL character.</td>
</tr>
<tr>
<td><code>loneSurrogate</code></td>
<td>A string has half of a surrogate pair.</td>
</tr>
<tr>
<td><code>notUtf8</code></td>
<td>The body is not encoded as UTF-8.</td>
</tr>
<tr>
<td><code>notGzip</code></td>
<td>The body is not gzip, or not complete.</td>
</tr>
<tr>
<td><code>unknownParameter</code></td>
<td>There is no such query parameter; the message names the nearest one.</td>
</tr>
<tr>
<td><code>parameterTwice</code></td>
<td>A query parameter was sent twice.</td>
</tr>
<tr>
<td><code>badLimit</code></td>
<td>limit is not a whole number from 1 to 1000.</td>
</tr>
<tr>
<td><code>badCursor</code></td>
<td>cursor is not the nextCursor of an earlier answer of the same list.</td>
</tr>
<tr>
<td><code>badIdempotencyKey</code></td>
<td>The Idempotency-Key is not 1 to 255 printable characters.</td>
</tr>
<tr>
<td><code>idempotencyKeyReused</code></td>
<td>The Idempotency-Key was used with another body.</td>
</tr>
<tr>
<td><code>anotherRun</code></td>
<td>The call names a runId, and another run is live or none is; the message says which (<a href="/campus/api/businessOfficeIntegration/rules#sync-2">SYNC-2</a>).</td>
</tr>
<tr>
<td><code>othersStaging</code></td>
<td>A restart would discard staff that others have staged; the message says whose and how many. &quot;restart&quot;: true discards them (<a href="/campus/api/businessOfficeIntegration/rules#sync-4">SYNC-4</a>).</td>
</tr>
<tr>
<td><code>notStored</code></td>
<td>The database refused the person during the commit; nothing of this person was changed (<a href="/campus/api/businessOfficeIntegration/rules#sync-9">SYNC-9</a>).</td>
</tr>
</tbody></table>
<h2 id="errors-of-a-csv-feed"><a href="#errors-of-a-csv-feed">Errors of a CSV feed</a></h2>
<table>
<thead>
<tr>
<th>code</th>
<th>meaning</th>
</tr>
</thead>
<tbody><tr>
<td><code>badCsv</code></td>
<td>The line can&#39;t be read as CSV, or has more cells than there are columns.</td>
</tr>
<tr>
<td><code>unknownColumn</code></td>
<td>The column is not a property of a staff member; the message names the nearest one.</td>
</tr>
<tr>
<td><code>columnTwice</code></td>
<td>Two columns are the same property.</td>
</tr>
<tr>
<td><code>columnMissing</code></td>
<td>There is no column for a required property, such as staffNumber.</td>
</tr>
<tr>
<td><code>unreadableCharacter</code></td>
<td>The cell has a character that can’t be stored, such as a NUL, or one that was damaged.</td>
</tr>
<tr>
<td><code>rowsDiffer</code></td>
<td>Rows of one staff number differ in what is of the person; the message names the lines.</td>
</tr>
<tr>
<td><code>columnsDiffer</code></td>
<td>The columns differ from those of the mapping.</td>
</tr>
</tbody></table>
<h2 id="warnings-of-a-synchronization"><a href="#warnings-of-a-synchronization">Warnings of a synchronization</a></h2>
<table>
<thead>
<tr>
<th>code</th>
<th>meaning</th>
</tr>
</thead>
<tbody><tr>
<td><code>stagingDiscarded</code></td>
<td>The transfer was restarted, and the staff transferred before were discarded (<a href="/campus/api/businessOfficeIntegration/rules#sync-4">SYNC-4</a>).</td>
</tr>
<tr>
<td><code>setAside</code></td>
<td>Staff of the call were set aside: their records are invalid, or a number was sent twice with different data. The report lists them as errors and the results as failed (<a href="/campus/api/businessOfficeIntegration/rules#sync-2">SYNC-2</a>).</td>
</tr>
<tr>
<td><code>alreadyStaged</code></td>
<td>Staff of the call were staged before with the same data; each counts once (<a href="/campus/api/businessOfficeIntegration/rules#sync-2">SYNC-2</a>).</td>
</tr>
<tr>
<td><code>setAsideReplaced</code></td>
<td>Staff who had been set aside were sent again; the later record replaces the earlier (<a href="/campus/api/businessOfficeIntegration/rules#sync-2">SYNC-2</a>).</td>
</tr>
<tr>
<td><code>columnsLeftOut</code></td>
<td>The file has columns that the mapping doesn’t name; nothing of them was transferred.</td>
</tr>
<tr>
<td><code>valuesMapped</code></td>
<td>The district’s value mapping gave Campus’ codes for values of HR, in single calls, too; the message names them (<a href="/campus/api/businessOfficeIntegration/rules#ref-3">REF-3</a>).</td>
</tr>
<tr>
<td><code>moreWarnings</code></td>
<td>There are more warnings than the answer lists; the results of the commit list all of them by person.</td>
</tr>
<tr>
<td><code>commitWillRefuse</code></td>
<td>The commit will refuse the entries listed as errors; everyone else will be committed.</td>
</tr>
<tr>
<td><code>commitJobRecommended</code></td>
<td>For more than 500 staff use submitCommitJob (<a href="/campus/api/businessOfficeIntegration/rules#sync-8">SYNC-8</a>).</td>
</tr>
<tr>
<td><code>commitCancelled</code></td>
<td>The commit was cancelled; what was written by then stays.</td>
</tr>
<tr>
<td><code>heldOut</code></td>
<td>The district excludes the person from commits; nothing of this person was changed (<a href="/campus/api/businessOfficeIntegration/rules#sync-13">SYNC-13</a>).</td>
</tr>
</tbody></table>
`,
};
