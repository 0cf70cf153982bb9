/** What stands in `stateChangeError` when time cannot bring what was asked for. The simulator's own texts, as `simulatorTexts` says. */
export const stateChangeTexts = {
  associationWithoutVpc: (id: string) => `The virtual private gateway ${id} is not attached to a VPC any more.`,
} as const;
