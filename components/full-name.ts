/** *Last, First Middle*, as Campus writes people. */
export const fullName = ({
  lastName,
  firstName,
  middleName,
}: {
  lastName: string;
  firstName: string;
  middleName: string | null;
}): string => [`${lastName}, ${firstName}`, middleName].filter(Boolean).join(' ');
