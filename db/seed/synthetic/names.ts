const words = (text: string): string[] => text.trim().split(/\s+/);

export const FIRST_NAMES = words(`
  Aaliyah Aaron Abdul Adaeze Aiko Alejandra Alexander Amélie Amir Ana Andre Ángel Anh Anna Antonio Ashley Ayşe Barbara
  Benjamin Björn Brian Camila Carlos Charlotte Chloë Christopher Dakota Daniel David Deborah Diego Dmitri Donna Đức
  Edward Elena Elijah Élodie Emily Emma Ethan Eun-ji Fatima François Gabriel George Grace Guadalupe Hannah Hans Håkon
  Hiroshi Ibrahim Imani Inés Isabella Ivan Jacob Jamal James Jane Javier Jean-Luc Jennifer Jessica João John José Joshua
  Julia Karen Kateřina Kenji Kevin Khadija Kimberly Kwame Laura Leilani Liam Linda Lucía Łukasz Magda Maria Mary-Kate
  Matthew Mei Mia Michael Michelle Mohammed Nadia Nancy Natalia Nia Noah Noémie Olivia Omar Óscar Patricia Paul Priya
  Rachel Raúl René Richard Robert Rosa Ruth Ryan Sádhbh Samuel Sandra Sarah Siobhán Sofía Søren Stephen Susan Thanh
  Thomas Tomás Tyrone Valentina Víctor William Xiaoming Yolanda Yuki Yusuf Zara Zoë`);

const PLAIN_LAST_NAMES = words(`
  Abdullah Adams Åberg Allen Álvarez Anderson Andersen Bağcı Bailey Baker Begay Begum Bennett Bianchi Blanc Böhm Brooks
  Brown Campbell Carter Castañeda Chang Chávez Clark Cohen Collins Cook Cooper Córdova Cruz Dąbrowski D’Angelo Davis
  Delacroix Diaz Dvořák Edwards Evans Fernández Fischer Fisher Flores Foster Fournier Friedman García Gómez González
  Goldberg Gray Green Grün Gutiérrez Hall Hansen Harris Hernández Hill Howard Hughes Ibáñez Ivanov Jackson Jensen Jiménez
  Johnson Jones Kelly Khan Kim King Kowalski Larsson Le Lee Lewis Lin López MacDonald Martin Martínez McCarthy Meyer
  Miller Mitchell Moore Morales Morgan Müller Murphy Muñoz Nakamura Nelson Nguyễn Núñez O’Brien O'Connor Okafor Olsen
  Ortiz Owusu Park Parker Patel Peña Pérez Peterson Phillips Powell Price Quiñones Ramírez Reed Reyes Richardson Rivera
  Roberts Robinson Rodríguez Rogers Rossi Russell Sánchez Sanders Schmidt Scott Singh Smith Stewart Sullivan Suzuki
  Tanaka Taylor Thomas Thompson Torres Tran Tremblay Turner Vásquez Walker Wang Ward Watson White Williams Wilson Wójcik
  Wood Wright Yamamoto Yılmaz Young Zhang Zieliński`);

const OF = ['de la Cruz', 'van der Berg', 'von Braun', 'St. Clair', 'Del Río', 'Two Bulls'];

/** About as often as in a real district: most names are single words, some are double or have a particle or suffix. */
export const LAST_NAMES: readonly string[] = [
  ...PLAIN_LAST_NAMES,
  ...PLAIN_LAST_NAMES,
  ...PLAIN_LAST_NAMES,
  ...PLAIN_LAST_NAMES.slice(0, 40).map((name, i) => `${name}-${PLAIN_LAST_NAMES[(i * 7 + 50) % 150]}`),
  ...PLAIN_LAST_NAMES.slice(40, 60).map((name) => `${name} Jr.`),
  ...OF,
];

/** An e-mail's local part: plain letters and dots. */
export const emailName = (first: string, last: string): string =>
  `${first}.${last}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^a-z.]/g, '');
