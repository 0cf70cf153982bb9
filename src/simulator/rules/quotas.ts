/** The service's quotas that the served operations can reach. */
export const quotas = {
  virtualInterfacesPerGateway: 30,
  virtualPrivateGatewaysPerGateway: 20,
  transitGatewaysPerGateway: 6,
} as const;
