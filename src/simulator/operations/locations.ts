import { billingModesOf } from "../rules/port-orders.ts";
import { reads } from "./operation.ts";

export const locations = {
  DescribeLocations: reads((call) => ({
    locations: call.world.settings.locations
      .filter((location) => location.region === call.region)
      .map((location) => ({ ...location, availableBillingModes: billingModesOf(location) })),
  })),
};
