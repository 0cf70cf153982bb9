// What the extension weighs, beside published ones.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { bundles } from "../build.mjs";
import { prepareExtension, vsixPath } from "../package.mjs";
import { at } from "../project.mjs";

const kilobyte = 1024;
const vsixBudgetKb = 1024;

// Bundles that an installation of the other extension loads, in KB, by their publishers' releases.
const publishedPeers = { "YAML extension": 1.31 * kilobyte, "Kubernetes tools": 6.45 * kilobyte };

/** Sizes in KB: the VSIX without pictures, each bundle, and all that the extension host and the window load. */
export async function measureSizes() {
  await prepareExtension();
  const sizes = Object.values(bundles).map(({ out }) => ({ out, bytes: readFileSync(at("dist", out)) }));
  const rows = sizes.map(({ out, bytes }) => ({ name: `dist/${out}`, unit: "KB", value: bytes.length / kilobyte, gzip: gzipSync(bytes).length / kilobyte }));
  const all = rows.reduce((total, { value }) => total + value, 0);
  return [
    { name: "VSIX without pictures", unit: "KB", value: await vsixWithoutPictures(), budget: vsixBudgetKb },
    ...Object.entries(publishedPeers).map(([peerName, peer]) => ({ name: "all bundles", unit: "KB", value: all, peer, peerName })),
    ...rows,
  ];
}

async function vsixWithoutPictures() {
  const yauzl = (await import("yauzl")).default;
  const archive = await yauzl.openPromise(vsixPath);
  let bytes = 0;
  for await (const entry of archive.eachEntry()) if (!/\.(png|gif|jpe?g)$/.test(entry.fileName)) bytes += entry.compressedSize;
  return bytes / kilobyte;
}
