/** Campus changed between load and write. Nothing of the batch was written: load and plan it again. */
export class CampusChanged extends Error {}
