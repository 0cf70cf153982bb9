/** Milliseconds on the processor since the first call: what else the machine does meanwhile is not the tested code's fault. */
export function processorTime(): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
}
