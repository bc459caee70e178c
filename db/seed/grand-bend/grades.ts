/** The grade of a school year that begins in `year`, by age on 1 September: `KG` at five, then `01` to `12`. */
export function gradeIn(year: number, birthDate: string): string {
  const [born, ...monthDay] = birthDate.split('-');
  const age = year - Number(born) - (monthDay.join('-') > '09-01' ? 1 : 0);
  const grade = Math.min(12, Math.max(0, age - 5));
  return grade === 0 ? 'KG' : String(grade).padStart(2, '0');
}

/** Which of Grand Bend's schools teaches a grade. */
export function schoolForGrade(grade: string): string {
  if (grade === 'KG' || grade <= '05') return '107';
  return grade <= '08' ? '044' : '001';
}
