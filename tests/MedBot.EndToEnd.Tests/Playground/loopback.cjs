// Loaded before the Playground, which listens on every address and looks for its telemetry and for the cloud machine it
// might run on even when it is told not to. Here it listens and connects on this machine only.
const net = require('node:net');

const loopback = new Set(['localhost', '127.0.0.1', '::1']);
const { connect } = net.Socket.prototype;
const { listen } = net.Server.prototype;

net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (!options.host || loopback.has(options.host)) {
    return Reflect.apply(connect, this, args);
  }
  // Later, as a network's own refusal would come, when somebody listens for it.
  setImmediate(() => this.destroy(new Error(`${options.host} is not this machine`)));
  return this;
};

net.Server.prototype.listen = function (port, ...rest) {
  return Reflect.apply(listen, this, [Number(port), '127.0.0.1', ...rest.filter((each) => typeof each === 'function')]);
};
