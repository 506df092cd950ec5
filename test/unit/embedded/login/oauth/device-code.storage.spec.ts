import { describe, expect, it } from '@jest/globals';
import { DeviceCodeStorage } from '../../../../../lib/embedded/login/oauth/device-code.storage.js';

const USER = '005000000000001AAA';

function devicesAt(start: string) {
  let now = new Date(start);
  const devices = new DeviceCodeStorage(() => now);
  return { devices, wait: (seconds: number) => (now = new Date(now.getTime() + seconds * 1000)) };
}

describe('DeviceCodeStorage', () => {
  it('gives a code for the device and one for its user', () => {
    const { devices } = devicesAt('2026-01-01T00:00:00Z');
    const request = devices.issue('tv', ['api']);
    expect(request.deviceCode).toMatch(/^M01W[\w-]{80}$/);
    expect(request.userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ2-9]{8}$/);
    expect(devices.pending(request.userCode)).toEqual(request);
    expect(devices.pending('NOTACODE')).toBeUndefined();
  });

  it('takes the user code as people type it', () => {
    const { devices } = devicesAt('2026-01-01T00:00:00Z');
    const request = devices.issue('tv', ['api']);
    const typed = ` ${request.userCode.slice(0, 4).toLowerCase()}-${request.userCode.slice(4)} `;
    expect(devices.pending(typed)).toEqual(request);
  });

  it('lets the device in once the user has, once', () => {
    const { devices, wait } = devicesAt('2026-01-01T00:00:00Z');
    const request = devices.issue('tv', ['api']);
    expect(devices.poll(request.deviceCode, 'tv')).toEqual({ state: 'pending' });
    expect(devices.decide(request.userCode, USER)).toBe(true);
    wait(5);
    expect(devices.poll(request.deviceCode, 'tv')).toEqual({ state: 'approved', request, userId: USER });
    expect(devices.poll(request.deviceCode, 'tv')).toEqual({ state: 'unknown' });
    expect(devices.decide(request.userCode, USER)).toBe(false);
  });

  it('turns the device away when the user did', () => {
    const { devices } = devicesAt('2026-01-01T00:00:00Z');
    const request = devices.issue('tv', []);
    devices.decide(request.userCode, undefined);
    expect(devices.poll(request.deviceCode, 'tv')).toEqual({ state: 'denied' });
  });

  it('slows a device down that asks too often, a little early being fine', () => {
    const { devices, wait } = devicesAt('2026-01-01T00:00:00Z');
    const { deviceCode } = devices.issue('tv', []);
    expect(devices.poll(deviceCode, 'tv')).toEqual({ state: 'pending' });
    wait(3.9);
    expect(devices.poll(deviceCode, 'tv')).toEqual({ state: 'too fast' });
    wait(4);
    expect(devices.poll(deviceCode, 'tv')).toEqual({ state: 'pending' });
  });

  it('knows a code for its own app only, and for ten minutes', () => {
    const { devices, wait } = devicesAt('2026-01-01T00:00:00Z');
    const { deviceCode, userCode } = devices.issue('tv', []);
    expect(devices.poll(deviceCode, 'radio')).toEqual({ state: 'unknown' });
    wait(600);
    expect(devices.pending(userCode)).toBeUndefined();
    expect(devices.decide(userCode, USER)).toBe(false);
    expect(devices.poll(deviceCode, 'tv')).toEqual({ state: 'expired' });
    wait(600);
    devices.issue('tv', []);
    expect(devices.poll(deviceCode, 'tv')).toEqual({ state: 'unknown' });
  });
});
