import { describe, expect, it } from "vitest";
import { graphPage } from "../../src/extension/graph-page.ts";
import { graphTexts } from "../../src/extension/graph-texts.ts";

const page = (title: string): string =>
  graphPage({
    source: "https://webview.example",
    script: "https://webview.example/webview.js?a&b",
    style: "https://webview.example/webview.css",
    nonce: "abc123",
    language: "en",
    texts: { ...graphTexts((text) => text), title },
  });

describe("the graph's page", () => {
  it("allows nothing but the script with the nonce and the webview's own styles", () => {
    const html = page("Topology");
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll("&#39;", "'");
    expect(policy).toBe("default-src 'none'; script-src 'nonce-abc123'; style-src https://webview.example");
    expect(html).not.toMatch(/unsafe-|style="|<style|\son\w+=/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it("has the style sheet under the id at which Cytoscape looks before adding an inline one", () => {
    expect(page("Topology")).toContain('<link rel="stylesheet" id="__________cytoscape_stylesheet"');
  });

  it("keeps texts inert, whatever is in them", () => {
    const html = page(`</script><script>alert(1)</script> "' <img onerror=x>`);
    expect(html).not.toContain("alert(1)<");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain("<img");
  });
});

describe("the graph's texts", () => {
  it("all go through translation, in words of one's own", () => {
    const asked: string[] = [];
    const texts = graphTexts((text) => {
      asked.push(text);
      return `«${text}»`;
    });
    const shown = [...Object.values(texts).filter((text) => typeof text === "string"), ...Object.values(texts.kinds), ...Object.values(texts.healths)];
    expect(shown.every((text) => typeof text === "string" && text.startsWith("«"))).toBe(true);
    expect(new Set(asked).size).toBeGreaterThan(40);
  });
});
