import type { Section, SectionAnswer } from "../model/section.ts";
import { verbatim } from "../model/text.ts";

/**
 * What to show when a section could only partly be read again: the new answer, and beside it what the last good one
 * had, with its time on each failure.
 */
export function keepingShown(answer: SectionAnswer, shown: SectionAnswer | undefined, readAt: number): SectionAnswer {
  if (answer.failures.length === 0 || shown === undefined) return answer;
  const keys = new Set(answer.resources.map(({ key }) => key));
  const codes = new Set(answer.locations.map(({ code }) => code));
  return {
    section: answer.section,
    account: answer.account ?? shown.account,
    resources: [...answer.resources, ...shown.resources.filter(({ key }) => !keys.has(key))],
    locations: [...answer.locations, ...shown.locations.filter(({ code }) => !codes.has(code))],
    failures: answer.failures.map((failure) => ({ ...failure, shownFrom: readAt })),
  };
}

/** The answer of a section whose reading broke in a way that nothing foresees. */
export function failedAnswer(section: Section, error: unknown): SectionAnswer {
  const message = error instanceof Error ? error.message : String(error);
  const { profile, region, name } = section;
  const failure = { profile, region, action: `Reading ${name}`, reason: "malformed", message, text: verbatim(message), requestId: undefined } as const;
  return { section, account: undefined, resources: [], locations: [], failures: [failure] };
}
