// Finds a Chromium to show windows in, or unpacks the one from the npm registry.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at, readJson, step } from "../project.mjs";
import { installFolder } from "./install-folder.mjs";

const installed = {
  linux: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"],
  darwin: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

// What the packaged Chromium needs on a system that has none of a desktop's libraries.
const unpackEnvironment = { AWS_LAMBDA_JS_RUNTIME: "nodejs22.x", AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };

/**
 * A Chromium and the environment it runs in: the installed one, else the package's, unpacked into .host/.
 *
 * @returns {Promise<{ executablePath: string, env: Record<string, string>, args: string[] }>}
 */
export async function installBrowser() {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const found = [process.env.CHROME_PATH, ...(installed[process.platform] ?? [])].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return { executablePath: found, env: {}, args };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`No Chromium or Chrome found on ${process.platform} ${process.arch}. Install one, or name it in CHROME_PATH.`);
  }

  const { version } = readJson(at("node_modules", "@sparticuz", "chromium", "package.json"));
  const folder = await installFolder(`chromium-${version}`, version + fontSettings, (partial) =>
    step(`unpacking Chromium ${version}`, async () => unpack(partial)),
  );
  const env = {
    LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":"),
    FONTCONFIG_PATH: join(folder, "fonts"),
  };
  return { executablePath: join(folder, "chromium"), env, args: ["--no-sandbox", ...plainGraphics] };
}

// Painting without a graphics processor, real or imitated: an imitated one takes most of a busy machine, and stalls on it.
const plainGraphics = ["--disable-gpu", "--font-render-hinting=none"];

// The package unpacks into the system's temporary folder; in a process of its own that can be any folder.
function unpack(folder) {
  const script = 'import("@sparticuz/chromium").then((chromium) => chromium.default.executablePath())';
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], {
    cwd: at(),
    env: { ...process.env, ...unpackEnvironment, TMPDIR: folder },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Chromium could not be unpacked into ${folder}:\n${stderr}`);
  writeFileSync(join(folder, "fonts", "fonts.conf"), fontSettings);
}

// The system's fonts where it has any, beside the package's own.
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
