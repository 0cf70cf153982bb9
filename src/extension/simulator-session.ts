import * as vscode from "vscode";
import { simulatedAccountOf, simulatorProfiles, simulatorRegions, type BuiltInSimulator } from "./built-in-simulator.ts";
import type { ChoiceMemory, Chosen } from "./choice.ts";

export interface SimulatorSessionConfig {
  readonly simulator: BuiltInSimulator;
  readonly choice: ChoiceMemory;
  readonly memory: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  /** Reads everything again. */
  readonly refresh: () => Promise<void>;
}

/** The built-in simulator as the user meets it: begun, ended, and told about when it ends by itself. */
export interface SimulatorSession {
  /** Starts it, if need be with what was left of its estate, and tells the user if it does not start. */
  ensure(): Promise<void>;
  /** Starts on the sample estate and reads it instead of what is chosen now. */
  explore(): Promise<void>;
  /** Ends it and goes back to what was chosen before. */
  stop(): Promise<void>;
  dispose(): void;
}

const memoryKey = "directConnect.chosenBeforeSimulator";

export function createSimulatorSession(config: SimulatorSessionConfig): SimulatorSession {
  const { simulator, choice, memory } = config;
  const start = async (fresh: boolean): Promise<boolean> => {
    try {
      const title = vscode.l10n.t("Starting the built-in simulator");
      await vscode.window.withProgress({ location: { viewId: "directConnect.resources" }, title }, () => simulator.start({ fresh }));
      return true;
    } catch (error) {
      void tellFailure(config, error);
      return false;
    }
  };
  const onDied = simulator.onDidChange((state) => {
    if (state === "died") void tellDeath(config, () => start(false));
  });
  return {
    async ensure() {
      await start(false);
    },
    async explore() {
      const isReady = simulator.state === "running" || (await start(true));
      if (!isReady || isSimulated(choice.chosen)) return;
      await memory.update(memoryKey, choice.own);
      await choice.keep({ profiles: simulatorProfiles.slice(0, 1).map(({ name }) => name), regions: simulatorRegions });
    },
    async stop() {
      simulator.stop();
      const before = memory.get<Partial<Chosen>>(memoryKey, {});
      await memory.update(memoryKey, undefined);
      const profiles = choice.chosen.profiles.filter((name) => simulatedAccountOf(name) === undefined);
      await choice.keep(profiles.length > 0 ? { ...choice.own, profiles } : withoutSimulator(before));
    },
    dispose: () => onDied.dispose(),
  };
}

function isSimulated({ profiles }: Chosen): boolean {
  return profiles.some((name) => simulatedAccountOf(name) !== undefined);
}

function withoutSimulator(before: Partial<Chosen>): Partial<Chosen> {
  const { profiles, ...rest } = before;
  const left = profiles?.filter((name) => simulatedAccountOf(name) === undefined);
  return left === undefined ? rest : { ...rest, profiles: left };
}

async function tellFailure({ log }: SimulatorSessionConfig, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  log.error(`The built-in simulator did not start: ${message}`);
  const showLog = vscode.l10n.t("Show Log");
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t("The built-in simulator did not start: {0}", message),
    showLog,
  );
  if (answer === showLog) log.show();
}

async function tellDeath({ log, refresh }: SimulatorSessionConfig, restart: () => Promise<boolean>): Promise<void> {
  void refresh();
  const restartButton = vscode.l10n.t("Restart");
  const showLog = vscode.l10n.t("Show Log");
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t("The built-in simulator has ended by itself. What it had is kept."),
    restartButton,
    showLog,
  );
  if (answer === showLog) log.show();
  if (answer === restartButton && (await restart())) await refresh();
}
