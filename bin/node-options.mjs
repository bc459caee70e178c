/**
 * Options that Node takes at its start only, for every process of the product. Young objects may fill 32 MB before they
 * are looked through: batches of a thousand people are garbage by then, so that less is copied and kept, and the
 * worker takes some 80 MB less than with Node's own 16 MB (docs/measurements.md).
 */
export const nodeOptions = ['--max-semi-space-size=32'];
