import { expect, test } from "vitest";
import { type Fault, FaultPlan, readFaults } from "../../src/simulator/faults.ts";

const call = { operation: "DescribeLags", region: "us-east-1", account: "111122223333" };

test("a fault strikes only the calls that match all that it names", () => {
  const fault: Fault = { kind: "throttle", operation: "DescribeLags", region: "us-east-1", account: "111122223333" };
  const plan = new FaultPlan([fault]);
  expect(plan.strike(call)).toEqual([fault]);
  expect(plan.strike({ ...call, operation: "DescribeConnections" })).toEqual([]);
  expect(plan.strike({ ...call, region: "eu-west-1" })).toEqual([]);
  expect(plan.strike({ ...call, account: "222233334444" })).toEqual([]);
});

test("a fault with times is over after so many strikes and tells how many are left", () => {
  const plan = new FaultPlan([{ kind: "error", times: 2 }]);
  plan.strike(call);
  expect(plan.remaining).toEqual([{ kind: "error", times: 1 }]);
  expect(plan.strike(call)).toHaveLength(1);
  expect(plan.strike(call)).toEqual([]);
  expect(plan.remaining).toEqual([]);
});

test("a rate strikes evenly, the same in every run", () => {
  const plan = new FaultPlan([{ kind: "error", rate: 0.25 }]);
  const struck = Array.from({ length: 8 }, () => plan.strike(call).length);
  expect(struck).toEqual([0, 0, 0, 1, 0, 0, 0, 1]);
});

test("several faults strike one call together", () => {
  const plan = new FaultPlan([{ kind: "latency", latencyMs: 5 }, { kind: "denied" }]);
  expect(plan.strike(call).map((fault) => fault.kind)).toEqual(["latency", "denied"]);
});

test.each([
  [undefined, 'give {"faults": [ … ]}'],
  [{ faults: [{ kind: "slow" }] }, 'faults[0]: kind is "slow"; give one of throttle,'],
  [{ faults: [{}] }, "faults[0]: kind is missing"],
  [{ faults: [{ kind: "error" }, { kind: "error", rate: 2 }] }, "faults[1]: rate is 2; give a number from 0 to 1"],
  [{ faults: [{ kind: "error", status: 200 }] }, "faults[0]: status is 200; give a status from 500 to 599"],
  [{ faults: [{ kind: "error", times: 0 }] }, "faults[0]: times is 0"],
  [{ faults: [{ kind: "error", regoin: "x" }] }, "faults[0]: no such member: regoin"],
  [{ faults: [{ kind: "latency" }] }, "faults[0]: latencyMs is missing"],
  [{ faults: [{ kind: "error", operation: "DescribeLag" }] }, 'faults[0]: operation is "DescribeLag"; give one of the service'],
  [{ faults: [{ kind: "error", region: "virginia" }] }, 'faults[0]: region is "virginia"; give a Region such as us-east-1'],
  [{ faults: [{ kind: "error", account: 111122223333 }] }, "faults[0]: account is 111122223333; give twelve digits in quotes"],
])("%j is refused", (value, problem) => {
  expect(readFaults(value)).toContain(problem);
});
