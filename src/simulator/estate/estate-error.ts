/** A file that is no estate, with everything that is wrong in it, each at its line. */
export class EstateError extends Error {}
