import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { Invalid } from '../../failure.ts';
import { staffNumberField } from '../../record/fields.ts';
import { noNumber } from '../../record/no-number.ts';
import { type Found, findNamed, type Named } from './find-people.ts';
import { holdersOf } from './holders.ts';
import { type Judgement, judgeNumbers } from './judge.ts';
import { type ReadLine, readList } from './read-list.ts';
import { type ListLine, MAX_LINES } from './schema.ts';
import { LIST_TEXTS } from './texts.ts';

/**
 * What a pasted list would change, line by line (CHK-2): *old number → new number* or *name → new number*. Nothing is
 * written.
 * @throws Invalid for a list of more than MAX_LINES lines
 */
export async function previewList(ctx: Context, { text }: { text: string }): Promise<ListLine[]> {
  const read = readList(text);
  if (read.length > MAX_LINES) {
    const message = LIST_TEXTS.tooManyLines(read.length);
    throw new Invalid(message, [{ pointer: '/text', code: 'tooLong', message }]);
  }
  return ctx.db.inDistrict(ctx.district.id, (tx) => previewLines(tx, read));
}

interface Meant {
  line: ReadLine;
  person: Named;
}

async function previewLines(tx: Transaction, read: readonly ReadLine[]): Promise<ListLine[]> {
  const sound = read.filter((line) => whyUnread(line) === null);
  const found = await findNamed(
    tx,
    sound.map(({ who }) => who),
  );
  const meant = sound.flatMap((line): Meant[] => {
    const [person, ...others] = found.get(line.who)?.people ?? [];
    return person && others.length === 0 ? [{ line, person }] : [];
  });
  const judged = judgeNumbers(
    meant.map(({ line, person }) => ({
      personId: person.id,
      current: person.staffNumber,
      number: line.number,
    })),
    await holdersOf(
      tx,
      meant.map(({ line }) => line.number),
    ),
  );
  const lineOf = (place: number) => meant[place]?.line.line ?? 0;
  const results = new Map(
    meant.map(({ line, person }, place) => [
      line.line,
      { person, ...resultOf(judged[place] as Judgement, line.number, lineOf) },
    ]),
  );
  return read.map((line) => {
    const result = results.get(line.line) ?? whyUnread(line) ?? whyNobody(line, found.get(line.who));
    const { person = null, outcome, message } = result as Result & { person?: Named };
    return { line: line.line, text: line.text, outcome, person, staffNumber: line.number || null, message };
  });
}

type Result = Pick<ListLine, 'outcome' | 'message'>;

function whyUnread({ who, number, isHeading }: ReadLine): Result | null {
  if (isHeading) return { outcome: 'heading', message: LIST_TEXTS.heading() };
  if (who === '') return { outcome: 'unreadable', message: LIST_TEXTS.unreadable() };
  if (!staffNumberField.safeParse(number).success)
    return { outcome: 'notANumber', message: LIST_TEXTS.notANumber() };
  if (noNumber(number) !== null) return { outcome: 'notANumber', message: LIST_TEXTS.placeholder(number) };
  return null;
}

function whyNobody({ who }: ReadLine, found: Found | undefined): Result {
  if (!found || found.people.length === 0) return { outcome: 'nobody', message: LIST_TEXTS.nobody() };
  const { by, people } = found;
  return {
    outcome: 'several',
    message:
      by === 'number'
        ? LIST_TEXTS.severalByNumber(
            who,
            people.map(({ name }) => name),
          )
        : LIST_TEXTS.severalByName(
            who,
            people.map(({ staffNumber }) => staffNumber),
          ),
  };
}

function resultOf(judgement: Judgement, number: string, lineOf: (place: number) => number): Result {
  switch (judgement.outcome) {
    case 'change':
      return { outcome: 'change', message: null };
    case 'same':
      return { outcome: 'same', message: LIST_TEXTS.same(number) };
    case 'repeated':
      return { outcome: 'repeated', message: LIST_TEXTS.repeated(lineOf(judgement.of)) };
    case 'taken':
      return {
        outcome: 'taken',
        message: LIST_TEXTS.taken(judgement.holder.staffNumber.trim(), judgement.holder.name),
      };
    case 'pastedTwice': {
      const places = judgement.places.map(lineOf);
      const message =
        judgement.both === 'person' ? LIST_TEXTS.personTwice(places) : LIST_TEXTS.numberTwice(places);
      return { outcome: 'pastedTwice', message };
    }
  }
}
