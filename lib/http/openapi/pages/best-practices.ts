import type { PageHtml } from '../page-endpoint.ts';

/** Made from docs/vendors/best-practices.md: `node bin/docs/make-pages.ts`. */
export const PAGE: PageHtml = {
title: "Best practices",
headings: [],
html: `
<h1 id="best-practices">Best practices</h1>
<p><strong>Search before you create, and update what you find.</strong> Call <code>GET staffMembers</code> by number, then by name and birth date,
with <code>includeIncomplete=true</code>. If the answer to a create call has the warning <code>likelyDuplicate</code>, Campus likely has the
person already, as a parent or under an older number. With <code>&quot;onLikelyDuplicate&quot;: &quot;reject&quot;</code> the call answers 409 instead
of creating a second person.</p>
<p><strong>Send both codes.</strong> Campus finds a position by its school and the codes that you send, <code>titleCode</code> and
<code>assignmentCode</code>. With only one code you match every position with that code at that school (<a href="/campus/api/businessOfficeIntegration/rules#pos-4">POS-4</a>,
<a href="/campus/api/businessOfficeIntegration/rules#pos-5">POS-5</a>). If Campus has only one of the two so far, your other code is added to the position.</p>
<p><strong>If you send <code>positions</code>, always send every position a person ever had, with its end.</strong> The list is complete, and
positions that it leaves out are removed (<a href="/campus/api/businessOfficeIntegration/rules#pos-10">POS-10</a>). Or never send it, and use the position calls,
which change one position each.</p>
<p><strong>Send Campus&#39; codes, or have yours mapped.</strong> If your system has other schools, genders, assignment codes or titles, the
district maps your values to Campus&#39; on its page <em>Value Mapping</em> (<a href="/campus/api/businessOfficeIntegration/rules#ref-3">REF-3</a>). Send them as strings, always
spelled alike. The answer names mapped values in the warning <code>valuesMapped</code>. Values that Campus does not know are listed there
for the district, also those of calls that were refused.</p>
<p><strong>Avoid equal positions.</strong> Campus can&#39;t distinguish two positions with the same school, codes and start date: an end date
that you send is set on both (<a href="/campus/api/businessOfficeIntegration/rules#pos-5">POS-5</a>).</p>
<p><strong>Send address components rather than one line.</strong> <code>number</code>, <code>prefix</code>, <code>street</code>, <code>tag</code>, <code>direction</code> and <code>apt</code> leave
nothing to guess. <strong>Search for the address first</strong> (<code>GET addresses</code>), and send the address that you find: each address
exists once in a district, and you can send the components of the answer unchanged (<a href="/campus/api/businessOfficeIntegration/rules#adr-8">ADR-8</a>).</p>
<p><strong>If data in Campus is wrong, stop and let the district correct it.</strong> A number that several people share, or a missing
number, can&#39;t be matched. If you create a second person instead, somebody has to combine the two by hand later. <em>Check
Campus Data</em> lists both cases.</p>
<p><strong>Synchronize off hours.</strong> A commit of a whole district changes what teachers see. Validate in the afternoon, let the
district read the report, commit in the evening.</p>
<p><strong>Send the whole feed each night, and each record written alike.</strong> Campus does not read a record again that equals what its
last commit took, so a night when little changed takes a fraction of the first one. A record counts as equal if its JSON has
the same properties in the same order; of a stream of lines (NDJSON) each line has to be the same to the byte.</p>
<p><strong>For up to 500 staff use <code>commit</code>, which waits; for more use <code>submitCommitJob</code>.</strong> Both continue if the connection closes.</p>
<p><strong>Don&#39;t repeat a call that was answered 401.</strong> After 60 calls a minute without good credentials from one network address
to a district (600 from all), Campus answers 429 with <code>Retry-After</code>. Calls with good credentials are not affected.</p>
<p><strong>Retry with the same <code>Idempotency-Key</code></strong>, and wait as long as <code>Retry-After</code> says. A call that timed out may have
succeeded. For a district Campus keeps 512 MiB of answers a day; after that a call with a new key is answered 429 until
midnight UTC, and calls without one work as before. Of an answer to <code>POST staffMembers/search</code>, which changes nothing, only a
digest is kept: a repeat is searched again, with <code>Idempotency-Replayed: true</code> if the answer is the same.</p>
<p><strong>Leave out properties that your system does not have.</strong> A property that is left out stays as it is. An empty string or <code>null</code> clears it.</p>
`,
};
