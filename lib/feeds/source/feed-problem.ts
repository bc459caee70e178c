import { Failure } from '../../failure.ts';

/** A feed can't take its file, for a reason that an admin reads. */
export class FeedProblem extends Failure {}
