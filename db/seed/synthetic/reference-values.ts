import type { Random } from './random.ts';

export interface Code {
  code: string;
  description: string;
}
export interface School {
  schoolNumber: string;
  name: string;
  type: string;
}

/** What HR may map to, in numbers that grow with the district. */
export interface ReferenceValues {
  schools: School[];
  assignmentCodes: Code[];
  titles: Code[];
}

export const GENDERS: readonly Code[] = [
  { code: 'F', description: 'Female' },
  { code: 'M', description: 'Male' },
  { code: 'X', description: 'Nonbinary or not stated' },
];

const TYPES = ['Elementary School', 'Elementary School', 'Middle School', 'High School'];
const NAMESAKES = ['Lincoln', 'Roosevelt', 'Curie', 'Chávez', 'Carver', 'Prairie View', 'Lakeside', 'Tubman'];
const OCCUPATIONS = [
  ...['Teacher', 'Coach', 'Paraprofessional', 'Counselor', 'Custodian', 'Principal', 'School Nurse'],
  ...['Librarian', 'Bus Driver', 'Secretary', 'Speech Therapist', 'Cook', 'Substitute Teacher'],
];
const FIELDS = ['Grade 1', 'Grade 5', 'Math', 'Science', 'Varsity Basketball', 'Special Education', 'Music'];

export function referenceValues(staff: number, random: Random): ReferenceValues {
  const schools = Math.max(20, Math.round(staff / 80));
  const titles = Math.max(200, Math.round(Math.sqrt(staff) * 6));
  return {
    schools: Array.from({ length: schools }, (_, i) => {
      const type = TYPES[i % TYPES.length] as string;
      const name = `${NAMESAKES[i % NAMESAKES.length]} ${type} ${Math.floor(i / NAMESAKES.length) + 1}`;
      return { schoolNumber: String(i + 1).padStart(4, '0'), name, type };
    }),
    assignmentCodes: Array.from({ length: 120 }, (_, i) => ({
      code: String(i + 1).padStart(3, '0'),
      description: `${OCCUPATIONS[i % OCCUPATIONS.length]} ${Math.floor(i / OCCUPATIONS.length) + 1}`,
    })),
    titles: Array.from({ length: titles }, (_, i) => newTitle(i, random)),
  };
}

/** Title i of the district, with a code that no other i has. */
export const newTitle = (i: number, random: Random): Code => ({
  code: ((i * 2_654_435_761) % 4_294_967_296).toString(16).toUpperCase().padStart(8, '0'),
  description: `${random.pick(OCCUPATIONS)}, ${random.pick(FIELDS)}`,
});
