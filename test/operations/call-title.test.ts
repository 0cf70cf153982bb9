import { expect, test } from "vitest";
import { english } from "../../src/model/text.ts";
import { callTitle } from "../../src/operations/call-title.ts";

test.each([
  ["DeleteConnection", "Delete Connection"],
  ["CreateBGPPeer", "Add BGP Peer…"],
  // Of several entries none tells what this call did.
  ["UpdateVirtualInterfaceAttributes", "Update Virtual Interface Attributes"],
  ["UpdateLag", "Update LAG"],
  ["DescribeVirtualInterfaces", "Describe Virtual Interfaces"],
  ["DescribeConnectionLoa", "Describe Connection LOA"],
  ["AllocateConnectionOnInterconnect", "Allocate Connection on Interconnect"],
  ["AssociateMacSecKeys", "Associate MACsec Keys"],
  ["GetBGPPeer", "Get BGP Peer"],
  ["", ""],
])("%s is %s", (action, title) => expect(english(callTitle(action))).toBe(title));
