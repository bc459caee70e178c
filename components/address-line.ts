type Text = string | null;

export interface AddressParts {
  postOfficeBox: boolean;
  number: Text;
  prefix: Text;
  street: Text;
  tag: Text;
  direction: Text;
  apt: Text;
  city: Text;
  state: Text;
  zip: Text;
}

/** *4321 S Lexington Ave SE Apt 45, Blaine MN 55123*, for reading. */
export function addressLine(address: AddressParts): string {
  const { number, prefix, street, tag, direction, apt, city, state, zip } = address;
  const line = address.postOfficeBox
    ? ['PO Box', number]
    : [
        number,
        prefix,
        street,
        tag,
        direction,
        apt && (/[a-z]/i.test(apt) && apt.includes(' ') ? apt : `Apt ${apt}`),
      ];
  return [line, [city, state, zip]]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ');
}
