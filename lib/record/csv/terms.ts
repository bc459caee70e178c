import { headerKey } from './header-key.ts';

/** What HR systems call our properties; `#` is the place in the list, 1 where the header names none. */
const NAMES: Record<string, string> = {
  staffNumber:
    'Emp, Emp ID, Empl ID, EmplID, Employee ID, Employee Number, Employee No, Emp No, Emp Num, EE ID, Staff ID, Staff No, Local Staff Number, ' +
    'Personnel Number, Person ID, Worker ID, ID Number, Employee, Employee Code, Emp Code, Staff Number, Badge Number, Payroll Number',
  fullName:
    'Name, Full Name, Employee Name, Emp Name, Staff Name, Staff Member, Employee Full Name, Legal Name',
  'fullName.lastFirst': 'Name Last First, Last First, Last Name First Name',
  'fullName.firstLast': 'Name First Last, First Last, First Name Last Name, First Middle Last',
  lastName: 'Last, Surname, Family Name, LName, Employee Last Name, Legal Last Name, Name Last',
  firstName: 'First, Given Name, Forename, FName, Employee First Name, Legal First Name, Name First',
  middleName: 'Middle, Middle Initial, MI, MName, Legal Middle Name, Name Middle',
  gender: 'Sex, Gender Code, Gndr, Legal Sex',
  ssn: 'Social Security Number, Social Security, Social Security No, SSN Number, SS Number, Tax ID',
  birthDate: 'Date of Birth, DOB, Birthday, Birth Dt, BDate',
  workPhone: 'Business Phone, Office Phone, Work Telephone, Work Phone Number, Office',
  cellPhone: 'Cell, Mobile, Mobile Phone, Cell Phone Number, Mobile Number, Cellular',
  otherPhone: 'Phone, Home Phone, Phone Number, Telephone, Home Telephone, Alternate Phone',
  workEmail:
    'Email, E-mail, Email Address, Work Email Address, Business Email, District Email, Employee Email',
  personalEmail: 'Home Email, Private Email, Personal Email Address, Email Personal',
  'employments.#.hireDate':
    'Hire, Hire Date, Date of Hire, Hired, Date Hired, Hire Dt, Original Hire Date, Employment Start Date',
  'employments.#.terminationDate':
    'Term, Termination Date, Term Date, Term Dt, Separation Date, Date of Termination, Termination Dt, Employment End Date, Terminated',
  'positions.#.schoolNumber':
    'School, School Number, School No, School Code, School ID, Bldg, Bldg No, Bldg Code, Campus, Building, Building Code, Building Number, Location, ' +
    'Location Code, Loc, Loc Code, Work Location, Site, Site Code',
  'positions.#.assignmentCode': 'Assignment, Assignment Code, Assignment Type, Assign Code',
  'positions.#.titleCode': 'Title Code, Job Code, Job Cd, Pos Code, Position Code, Job Class, Job Class Code',
  'positions.#.titleDescription':
    'Title, Job Title, Position Title, Title Description, Job Description, Job Class Description',
  'positions.#.startDate':
    'Start, Start Dt, Start Date, Position Start Date, Assignment Start Date, Begin Date, Job Start Date, Position Begin Date',
  'positions.#.endDate':
    'End, End Dt, End Date, Position End Date, Assignment End Date, Job End Date, Position Stop Date',
  'household.name': 'Household, Household Name',
  'household.phone': 'Household Phone',
  'household.address.fullStreetAddress':
    'Street, Address, Street Address, Address 1, Address Line 1, Home Address, Mailing Address, Addr, Addr 1, Home Street Address',
  'household.address.city': 'City, Home City, Town, Address City',
  'household.address.state': 'State, Home State, Address State, State Code, ST',
  'household.address.zip': 'Zip, Zip Code, Postal Code, Home Zip, Zip4, Postcode, Address Zip',
  'household.address.county': 'County, Home County',
};

const TERMS = new Map(
  Object.entries(NAMES).flatMap(([property, names]) =>
    names.split(',').map((name) => [headerKey(name), property] as const),
  ),
);

/**
 * The property that HR systems call so, by its name in the API; `fullName` where the header does not tell the order of whole
 * names; undefined for a name that says nothing to us.
 */
export function propertyByTerm(header: string): string | undefined {
  const plain = TERMS.get(headerKey(header));
  if (plain) return plain.replace('#', '1');
  const place = /\d+/.exec(header)?.[0];
  const numbered = place && TERMS.get(headerKey(header.replace(place, ' ')));
  return numbered?.includes('#') ? numbered.replace('#', String(Number(place))) : undefined;
}
