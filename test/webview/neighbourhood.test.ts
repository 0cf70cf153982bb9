import { describe, expect, it } from "vitest";
import { structureOf } from "../../src/webview/graph-structure.ts";
import { neighbourhoodOf } from "../../src/webview/neighbourhood.ts";
import { englishGraph } from "../support/in-english.ts";
import { sampleInventory } from "../support/sample-inventory.ts";

const structure = structureOf(englishGraph(sampleInventory()));
const nodesAround = (id: string): readonly string[] => [...neighbourhoodOf(structure, id)].filter((each) => structure.nodes.has(each)).sort();

describe("what a node's traffic can pass", () => {
  it("runs from a virtual interface to both ends, with the boxes around, and takes in no sibling", () => {
    expect(nodesAround("virtualInterface/dxvif-fglab001")).toEqual(
      ["connection/dxcon-ffabc003", "customer/65001", "location/EqDC2", "virtualInterface/dxvif-fglab001", "virtualPrivateGateway/vgw-0a1b2c3d"].sort(),
    );
  });

  it("goes on from a LAG's member through the LAG", () => {
    const around = nodesAround("connection/dxcon-ffabc010");
    expect(around).toEqual(expect.arrayContaining(["lag/dxlag-fgw2k1ab", "virtualInterface/dxvif-fgtrn001", "publicServices/us-east-1", "customer/65010"]));
    expect(around).not.toContain("virtualInterface/dxvif-fgprv001");
  });

  it("comes to a gateway from every location that leads to it", () => {
    const around = nodesAround("virtualPrivateGateway/vgw-08f9a0b1");
    expect(around).toEqual(expect.arrayContaining(["location/EqDC2", "location/CSVA1", "location/EqLD5", "customer/65002"]));
    expect(around).not.toContain("virtualPrivateGateway/vgw-04c5d6e7");
  });

  it("of a location is that of all its ports", () => {
    expect(nodesAround("location/EqLD5")).toEqual(expect.arrayContaining(["connection/dxcon-fgh20001", "connection/dxcon-fgh20002", "virtualInterface/dxvif-fgdub001"]));
  });

  it("of an edge leads from its ends away", () => {
    const edge = "association/be85116d-46eb-4b43-a27a-da0c2ad648de";
    expect(neighbourhoodOf(structure, edge).has(edge)).toBe(true);
    expect(nodesAround(edge)).toContain("virtualPrivateGateway/vgw-04c5d6e7");
    expect(nodesAround(edge)).not.toContain("virtualPrivateGateway/vgw-08f9a0b1");
  });
});
