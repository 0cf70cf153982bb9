// Stands in for VS Code's native log writer, which is not compiled in a server that is installed without a compiler:
// without it, every log in the output panel stays empty. The same functions, writing line by line to a file.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical"];
const off = levels.length;

class FileLog {
  #path;
  #level = levels.indexOf("info");
  #isRaw = false;

  constructor(path) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
    // The output panel waits for the file.
    appendFileSync(path, "");
  }

  trace(message) {
    this.#write("trace", message);
  }

  debug(message) {
    this.#write("debug", message);
  }

  info(message) {
    this.#write("info", message);
  }

  warn(message) {
    this.#write("warning", message);
  }

  error(message) {
    this.#write("error", message);
  }

  critical(message) {
    this.#write("critical", message);
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  clearFormatters() {
    this.#isRaw = true;
  }

  setPattern() {
    this.#isRaw = false;
  }

  // Nothing is held back and no file is kept open.
  flush() {}

  drop() {}

  #write(level, message) {
    if (this.#level >= off || levels.indexOf(level) < this.#level) return;
    try {
      appendFileSync(this.#path, this.#isRaw ? message : `${localTime(new Date())} [${level}] ${message}\n`);
    } catch {
      // The folder goes with the window that it belongs to.
    }
  }
}

/** `2026-01-31 12:00:00.000`, in the time zone of this machine. */
function localTime(date) {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().replace("T", " ").replace("Z", "");
}

exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.Logger = FileLog;
exports.createRotatingLogger = async (_name, path) => new FileLog(path);
exports.createAsyncRotatingLogger = async (_name, path) => new FileLog(path);
