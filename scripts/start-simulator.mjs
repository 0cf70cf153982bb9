// Starts the bundled simulator and the AWS profiles that reach it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startKept } from "./processes.mjs";
import { at } from "./project.mjs";

const startTimeoutMs = 20_000;

/** Profiles of the sample estate's three accounts. The simulator reads the account from the access key id. */
export const sampleProfiles = {
  "dx-sample": "AKIA111122223333TEST",
  "dx-network-team": "AKIA222233334444TEST",
  "dx-partner": "AKIA444455556666TEST",
};

/** Settings of a window on the sample estate. */
export const sampleSettings = (endpoint) => ({
  "directConnect.endpoint": endpoint,
  "directConnect.defaultProfiles": ["dx-sample"],
  "directConnect.defaultRegions": ["us-east-1", "eu-west-1"],
});

/** For a window whose calls are counted: nothing is read but when the test has it read. */
export const calmSettings = { "directConnect.refreshMinutes": 0 };

/**
 * Starts a simulator.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 or left out: any free one.
 * @param {string} [options.estate] `sample`, `empty` or a file.
 * @param {"real" | "fast" | "manual"} [options.clock]
 * @param {string} [options.log] A file for what it prints.
 * @param {string[]} [options.remove] Folders to delete when it ends.
 */
export async function startSimulator({ port = 0, estate, clock, log, remove } = {}) {
  const simulator = startKept(
    process.execPath,
    [
      at("dist", "simulator.cjs"),
      ...["--port", String(port)],
      ...(estate === undefined ? [] : ["--estate", estate]),
      ...(clock === undefined ? [] : ["--clock", clock]),
    ],
    { name: "The simulator", log, remove },
  );
  const [, url] = await simulator.line(/listening on (http:\S+)/, startTimeoutMs);
  return { url, stop: simulator.stop, exited: simulator.exited, ended: simulator.ended };
}

/**
 * Writes AWS configuration files with the given profiles and returns the environment that points to them and to
 * nothing of the person's own.
 *
 * @param {string} folder
 * @param {Record<string, string>} [profiles] profile name to access key id
 */
export function writeAwsProfiles(folder, profiles = sampleProfiles) {
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(profiles);
  const config = names.map((name) => `[profile ${name}]\nregion = us-east-1\n`);
  const credentials = names.map((name) => `[${name}]\naws_access_key_id = ${profiles[name]}\naws_secret_access_key = not-verified-by-the-simulator\n`);
  writeFileSync(join(folder, "config"), config.join("\n"));
  writeFileSync(join(folder, "credentials"), credentials.join("\n"));
  return {
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
    ...Object.fromEntries(ownVariables.map((name) => [name, undefined])),
  };
}

const ownVariables = [
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
  "AWS_ENDPOINT_URL",
  "AWS_ENDPOINT_URL_DIRECT_CONNECT",
];
