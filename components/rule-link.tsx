/** Links a reason to the published rule that it follows; the rule's id is the link's tooltip. */
export const RuleLink = ({ rule }: { rule: string }) => (
  <a
    href={`/campus/api/businessOfficeIntegration/rules#${rule.toLowerCase()}`}
    target="_blank"
    rel="noreferrer"
    title={`Rule ${rule}`}
    aria-label={`Why? Rule ${rule}`}
    className="whitespace-nowrap text-accent-ink underline"
  >
    Why?
  </a>
);
