/** A code of Campus. */
export interface Code {
  code: string;
  description: string;
  active: boolean;
}

/** `010 – Harrison High School`. */
export const codeLabel = ({ code, description, active }: Code): string =>
  `${description && description !== code ? `${code} – ${description}` : code}${active ? '' : ' (inactive)'}`;
