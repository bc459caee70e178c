import type { PageHtml } from '../page-endpoint.ts';

/** Made from docs/vendors/campus-hr.md: `node bin/docs/make-pages.ts`. */
export const PAGE: PageHtml = {
title: "campus hr: a vendor on the command line",
headings: [
 {
  "id": "csv",
  "text": "CSV"
 }
],
html: `
<h1 id="campus-hr-a-vendor-on-the-command-line">campus hr: a vendor on the command line</h1>
<p>Sends a feed to any Campus, from a checkout of this project (<code>npx campus hr …</code>, or <code>npm run campus -- hr …</code>). Its client
is generated from the OpenAPI document.</p>
<table>
<thead>
<tr>
<th>command</th>
<th>does</th>
</tr>
</thead>
<tbody><tr>
<td><code>login</code></td>
<td>gets a token and saves it (not the secret) under <code>~/.config/campus-hr</code>, in a file that only your user can read</td>
</tr>
<tr>
<td><code>schools</code></td>
<td>lists the district&#39;s schools</td>
</tr>
<tr>
<td><code>push FILE</code></td>
<td>start, transfer, end, from <code>.csv</code>, <code>.xlsx</code>, <code>.json</code> or <code>.ndjson</code>; <code>--set-aside</code> sets aside staff that have errors and transfers the others (<a href="/campus/api/businessOfficeIntegration/rules#sync-2">SYNC-2</a>); <code>--restart</code> discards what a live run has staged, also what others staged. If another user or client restarts the transfer meanwhile, the command stops and stages nothing in the new run</td>
</tr>
<tr>
<td><code>validate [--run-id ID]</code></td>
<td>compares with Campus and prints the report&#39;s summary</td>
</tr>
<tr>
<td><code>commit [--wait] [--run-id ID]</code></td>
<td>submits the commit as a job; <code>--wait</code> waits until it ends</td>
</tr>
<tr>
<td><code>status</code></td>
<td>the latest synchronization and its commit job</td>
</tr>
<tr>
<td><code>results [--outcome failed]</code></td>
<td>what the latest commit did, one staff member per line</td>
</tr>
</tbody></table>
<p>The server and the client come from <code>--url</code>, <code>--app</code> and <code>--client-id</code>, else from <code>CAMPUS_URL</code>, <code>CAMPUS_APP_NAME</code> and
<code>CAMPUS_CLIENT_ID</code>, else from the last <code>login</code>. The secret comes from <code>CAMPUS_CLIENT_SECRET</code> or a file
(<code>CAMPUS_CLIENT_SECRET_FILE</code>, <code>--secret-file</code>). It can&#39;t be an argument, because other users of the machine could read
it there.</p>
<p>On a terminal the output is for people, with a progress bar. In a pipe every answer is JSON. Exit codes: 0 done · 1
the server can&#39;t be reached, or an unexpected error · 2 wrong arguments · 3 wrong credentials · 4 the server refused the
data · 5 committed, but some staff failed.</p>
<h2 id="csv"><a href="#csv">CSV</a></h2>
<p>The first line names the columns by the API&#39;s properties; items of lists are numbered from 1:</p>
<div class="code"><pre tabindex="0"><code>staffNumber,lastName,firstName,gender,positions.1.schoolNumber,positions.1.assignmentCode,positions.1.startDate,household.address.fullStreetAddress,household.address.city,household.address.state,household.address.zip
10058,Simpson,Pat,F,010,20,2023-10-01,4321 South Lexington Ave SE Apt 45,Blaine,MN,55123</code></pre></div>
<p>Separators are commas, semicolons or tabs; the encoding is UTF-8. <code>household.address.…</code> is short for
<code>household.householdLocations.1.address.…</code>. A blank cell counts as not sent: the property stays as it is. An
item with only blank cells is left out, so blank cells never remove positions. A column whose name is not a property is an error; the message names the nearest property.</p>
<p>A file with other column names is read by a mapping. <code>campus hr columns roster.xlsx &gt; map.json</code> writes a first one: what each
column most likely is, and how it writes its dates. Correct it, then send the file with
<code>campus hr push roster.xlsx --map map.json</code>. Columns are found by their headers, in any order. Title rows above the header and
total rows below are left out, as is a header that is repeated between rows. Rows of one staff number, without regard to its
case, are put together as one person.</p>
<p>Values are matched with the district&#39;s codes: <em>Male</em> is <code>M</code>, and <code>1</code> is school <code>001</code>. That needs the scope <code>staff.read</code>;
without it the file and its mapping have to use Campus&#39; codes. Rows that contradict each other, such as two birth dates for one
number, are errors that name both lines: without <code>--set-aside</code> nothing is sent, with it Campus sets that person aside.</p>
<p>If the district has saved a mapping in <em>Transfer Staff Via File Upload</em>, <code>campus hr push roster.xlsx --mapping Payroll</code> uses it by
its name: the file is sent as it is, and Campus reads it.</p>
<p>The mapping of <code>--map</code> has:</p>
<table>
<thead>
<tr>
<th>member</th>
<th>what it says</th>
</tr>
</thead>
<tbody><tr>
<td><code>columns</code></td>
<td>for each <code>header</code> a <code>property</code> of the API, <code>fullName.lastFirst</code> or <code>fullName.firstLast</code> for whole names, or <code>null</code> for not used; <code>dates</code> (<code>mdy</code>, <code>dmy</code>, <code>iso</code> …); <code>blanks</code> (<code>leave</code> or <code>erase</code>); <code>placeholders</code>, such as <code>{ &quot;text&quot;: &quot;N/A&quot;, &quot;means&quot;: &quot;blank&quot; }</code> or <code>{ &quot;text&quot;: &quot;12/31/9999&quot;, &quot;means&quot;: &quot;openEnd&quot; }</code></td>
</tr>
<tr>
<td><code>fixed</code></td>
<td>the same value in every row: <code>{ &quot;property&quot;: &quot;positions.1.startDate&quot;, &quot;value&quot;: &quot;2026-08-01&quot; }</code></td>
</tr>
<tr>
<td><code>values</code></td>
<td>what a value of the file is in Campus: <code>{ &quot;kind&quot;: &quot;schools&quot;, &quot;value&quot;: &quot;1&quot;, &quot;code&quot;: &quot;001&quot; }</code>; the kinds are <code>schools</code>, <code>genders</code>, <code>assignmentCodes</code> and <code>titles</code>; <code>&quot;code&quot;: null</code> leaves out rows with that value</td>
</tr>
<tr>
<td><code>reading</code></td>
<td>only where the file is not recognized: <code>headerRow</code>, <code>sheet</code>, <code>encoding</code>, <code>delimiter</code></td>
</tr>
</tbody></table>
`,
};
