import type { LiveAccount } from "../live-account.ts";
import type { PlanIndex } from "../plan-index.ts";
import type { PlacedReport } from "../problem.ts";
import type { Beside, LiveCheck, Rule } from "./rule.ts";

/** The checks of rules beside the live account, as rules of their own. */
export function liveRules(rules: readonly Rule[]): readonly Rule[] {
  return rules.flatMap((rule) => (rule.live === undefined ? [] : [liveRule(rule, rule.live)]));
}

function liveRule({ code, severity, title, aws, why, source }: Rule, { sections, resource, group, plan }: LiveCheck): Rule {
  return {
    ...{ code, severity, title, aws, why, source },
    ...(sections && { sections }),
    ...(resource && { resource: (one, index, report) => beside(index, report, (both, told) => resource(one, both, told)) }),
    ...(group && {
      group: {
        key: group.key,
        check: (members, index, report) => beside(index, report, (both, told) => group.check(members, both, told)),
      },
    }),
    ...(plan && { plan: (index, report) => beside(index, report, plan) }),
  };
}

/** Silent while nothing is known of the live account. */
function beside(index: PlanIndex, report: PlacedReport, ask: (both: Beside, told: PlacedReport) => void): void {
  const { live } = index;
  if (live !== undefined) ask({ index, live }, asRead(report, live));
}

/** Adds to each message where it is from. */
export function asRead(report: PlacedReport, live: LiveAccount): PlacedReport {
  return (finding) => report({ ...finding, message: `${finding.message} ${live.source}` });
}
