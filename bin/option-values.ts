import { InvalidArgumentError } from 'commander';

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new InvalidArgumentError('It must be a whole number.');
  return number;
}

export function share(text: string): number {
  const number = Number(text);
  if (!(number >= 0 && number <= 1))
    throw new InvalidArgumentError('It must be between 0 and 1, such as 0.01.');
  return number;
}
