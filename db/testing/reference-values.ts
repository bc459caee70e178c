/** What HR may map to in a test district: Grand Bend's values, the rules' own examples, and one inactive of each. */
export const SCHOOLS = [
  { schoolNumber: '000', name: 'Grand Bend ISD Central Office', type: 'District Office', active: true },
  { schoolNumber: '001', name: 'Grand Bend High School', type: 'High School', active: true },
  { schoolNumber: '010', name: 'Harrison High School', type: 'High School', active: true },
  { schoolNumber: '044', name: 'Grand Bend Middle School', type: 'Middle School', active: true },
  { schoolNumber: '107', name: 'Grand Bend Elementary School', type: 'Elementary School', active: true },
  { schoolNumber: '900', name: 'Old Mill School', type: 'Elementary School', active: false },
];
export const GENDERS = [
  { code: 'F', description: 'Female', active: true },
  { code: 'M', description: 'Male', active: true },
  { code: 'X', description: 'Nonbinary or not stated', active: true },
];
export const ASSIGNMENT_CODES = [
  { code: '05', description: 'LEA System Administrator', active: true },
  { code: '10', description: 'Principal', active: true },
  { code: '20', description: 'Teacher', active: true },
  { code: '31', description: 'Counselor', active: true },
  { code: '106', description: 'Coach', active: true },
  { code: '99', description: 'Bus Monitor', active: false },
];
export const TITLES = [
  { code: '035E4EAB', description: 'Assistant Coach', active: true },
  { code: '09694313', description: 'High School Social Studies teacher', active: true },
  { code: '337C8989', description: 'Head Coach', active: true },
  { code: 'DA8F3B5B', description: '2nd Grade teacher', active: true },
  { code: '00000000', description: 'Typing teacher', active: false },
];
