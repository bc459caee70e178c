/**
 * Reads batch after batch until one is not full. None that it hands out is empty.
 * @param size how many items a full batch has
 * @param read at most `size` items, in order, after the last item of the previous batch; undefined at the beginning
 */
export async function* inBatches<T>(
  size: number,
  read: (last: T | undefined) => Promise<T[]>,
): AsyncGenerator<T[]> {
  let last: T | undefined;
  do {
    const batch = await read(last);
    if (batch.length > 0) yield batch;
    last = batch.length === size ? batch.at(-1) : undefined;
  } while (last !== undefined);
}
