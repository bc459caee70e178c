import { type AddressComponents, type GivenAddress, NO_ADDRESS } from '../../../lib/address/components.ts';
import type { Random } from './random.ts';

/** Each with the spellings HR systems use. The first is Campus' own. */
const TAGS = [
  ['Ave', 'Avenue', 'Ave.'],
  ['St', 'Street', 'St.'],
  ['Rd', 'Road', 'RD'],
  ['Dr', 'Drive', 'DR'],
  ['Ln', 'Lane', 'Ln.'],
  ['Blvd', 'Boulevard', 'Blvd.'],
  ['Ct', 'Court', 'Ct.'],
  ['Pl', 'Place', 'Pl'],
] as const;
const POINTS = [
  ['N', 'North'],
  ['S', 'South'],
  ['E', 'East'],
  ['W', 'West'],
  ['NE', 'Northeast'],
  ['SW', 'Southwest'],
] as const;
const STREETS = [
  ...['Adams', 'Aspen', 'Cedar', 'Cherokee', 'Dakota', 'Elm', 'Franklin', 'Grant', 'Hamline', 'Hickory'],
  ...['Jackson', 'Jefferson', 'Juniper', 'Larpenteur', 'Lexington', 'Lincoln', 'Madison', 'Main', 'Maple'],
  ...['Martin Luther King', 'Monroe', 'Oak', 'Pine', 'Prairie', 'Quincy', 'Rice', 'Roosevelt', 'Snelling'],
  ...['Sycamore', 'Tamarack', 'Victoria', 'Walnut', 'Washington', 'Willow', '1st', '2nd', '3rd', '11th'],
  ...['42nd', '85th', '93rd', '101st', '109th', '117th', '125th'],
] as const;
const CITIES = [
  ['Blaine', '55449'],
  ['Coon Rapids', '55433'],
  ['Fridley', '55432'],
  ['Lino Lakes', '55014'],
  ['Anoka', '55303'],
  ['Andover', '55304'],
  ['Ham Lake', '55305'],
  ['Shoreview', '55126'],
  ['Roseville', '55113'],
  ['Arden Hills', '55112'],
  ['Mounds View', '55111'],
  ['Spring Lake Park', '55110'],
] as const;
const NUMBERS = 19_999;
const PLACES = CITIES.length * STREETS.length * TAGS.length * NUMBERS;
/** Prime, so that it has no factor in common with PLACES, and far from any of its simple fractions. */
const STEP = 32_452_843;

/** Place n of the district: no two are the same address, and neighbours in n are far from each other. */
export function numberedAddress(n: number, random: Random): AddressComponents {
  const [city, zip] = CITIES[n % CITIES.length] as (typeof CITIES)[number];
  const rest = { ...NO_ADDRESS, city, state: 'MN', zip, county: random.chance(0.5) ? 'Anoka' : null };
  if (random.chance(0.03)) return { ...rest, postOfficeBox: true, number: String(n + 1) };

  let place = (n * STEP) % PLACES;
  const digit = (base: number) => {
    const value = place % base;
    place = Math.floor(place / base);
    return value;
  };
  const [cityOf, zipOf] = CITIES[digit(CITIES.length)] as (typeof CITIES)[number];
  return {
    ...rest,
    city: cityOf,
    zip: zipOf,
    street: STREETS[digit(STREETS.length)] as string,
    tag: (TAGS[digit(TAGS.length)] as (typeof TAGS)[number])[0],
    number: String(digit(NUMBERS) + 1),
    prefix: random.chance(0.3) ? random.pick(POINTS)[0] : null,
    direction: random.chance(0.3) ? random.pick(POINTS)[0] : null,
    apt: random.chance(0.2) ? String(random.int(1, 400)) : null,
  };
}

/** The same address as an HR system might write it: by parts or as a line, abbreviated or not. */
export function spelled(address: AddressComponents, random: Random): GivenAddress {
  const place = {
    city: random.chance(0.1) ? address.city?.toUpperCase() : address.city,
    state: address.state,
    zip: address.zip,
    ...(address.county && { county: address.county }),
  };
  if (address.postOfficeBox)
    return random.chance(0.5)
      ? { fullStreetAddress: `P.O. Box ${address.number}`, ...place }
      : { postOfficeBox: true, number: address.number, ...place };

  const tag = random.chance(0.7) ? address.tag : random.pick(spellings(TAGS, address.tag));
  const point = (value: string | null) =>
    random.chance(0.7) ? value : random.pick(spellings(POINTS, value));
  const parts = {
    number: address.number,
    prefix: point(address.prefix),
    street: address.street,
    tag,
    direction: point(address.direction),
  };
  if (random.chance(0.5)) return { ...withoutNulls({ ...parts, apt: address.apt }), ...place };
  const unit = address.apt && `${random.pick(['Apt ', '#', 'Unit '])}${address.apt}`;
  const line = [...Object.values(parts), unit].filter(Boolean).join(' ');
  return { fullStreetAddress: line, ...place };
}

const spellings = (
  table: readonly (readonly string[])[],
  standard: string | null,
): readonly (string | null)[] => table.find(([first]) => first === standard) ?? [standard];

const withoutNulls = (parts: Record<string, string | null>): Record<string, string | null> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
