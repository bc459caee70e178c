import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments, parseDocument } from 'yaml';
import { GAUGES } from '../../lib/metrics/campus-metrics.ts';
import { checkout } from '../data-folder.ts';

const FOLDER = join(checkout, 'docs/operators/deploy');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const commands = [
  ...readFileSync(join(checkout, 'bin/campus.ts'), 'utf8').matchAll(/\.command\('(\w+)'\)/g),
].map(([, name]) => name);
const settings = [...readFileSync(join(checkout, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
  ([, name]) => name,
);
/** Of Node, not of Campus. */
const isSetting = (name: string): boolean => name === 'NODE_ENV' || settings.includes(name);
const DRAIN_SECONDS = 60;
const seconds = (text: string): number => Number(/^(\d+)s?$/.exec(text)?.[1]);

interface Service {
  image: string;
  command?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  env_file?: string | string[];
  environment?: Record<string, unknown>;
  depends_on?: Record<string, unknown>;
  networks: string[];
  volumes?: string[];
  stop_grace_period?: string;
  ports?: string[];
}

function compose() {
  const document = parseDocument(read('compose.yaml'), { merge: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS() as { services: Record<string, Service>; networks: object; volumes: object };
}

test('the Compose file: every service, network and volume it names is there, every image has a tag', () => {
  const { services, networks, volumes } = compose();
  expect(Object.keys(services)).toEqual(['postgres', 'migrate', 'web', 'worker', 'proxy']);
  for (const service of Object.values(services)) {
    expect(service.image).toMatch(/^campus$|^\w+:\d[\w.-]*$/);
    for (const name of Object.keys(service.depends_on ?? {})) expect(Object.keys(services)).toContain(name);
    for (const name of service.networks) expect(Object.keys(networks)).toContain(name);
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':');
      expect(from.startsWith('./') ? existsSync(join(FOLDER, from)) : from in volumes).toBe(true);
    }
    for (const name of service.image === 'campus' ? Object.keys(service.environment ?? {}) : [])
      expect(isSetting(name), name).toBe(true);
  }
});

test('the Compose file: Campus runs its own commands without rights; only migrate knows the owner; only the proxy is open', () => {
  const { services } = compose();
  const ours = Object.entries(services).filter(([, { image }]) => image === 'campus');
  expect(ours.map(([name]) => name)).toEqual(['migrate', 'web', 'worker']);
  for (const [name, service] of ours) {
    expect(commands).toContain(service.command?.[0]);
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect([service.env_file].flat().includes('owner.env')).toBe(name === 'migrate');
  }
  expect(seconds(services.web?.stop_grace_period ?? '')).toBeGreaterThan(DRAIN_SECONDS + 10);
  expect(Object.entries(services).flatMap(([name, { ports }]) => (ports ? [name] : []))).toEqual(['proxy']);
});

test('the container file: several stages, what it copies is there, and it does not run as root', () => {
  const lines = read('Dockerfile')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const known = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|ENTRYPOINT|CMD) \S/;
  expect(lines.filter((line) => !known.test(line))).toEqual([]);
  const stages = lines.flatMap((line) => /^FROM \S+:\S+ AS (\w+)$/.exec(line)?.[1] ?? []);
  expect(stages).toEqual(['build', 'packages']);
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  expect(last[0]).toMatch(/^FROM \w+:\d[\w.-]*$/);
  for (const line of lines.filter((one) => one.startsWith('COPY '))) {
    const from = /--from=(\w+)/.exec(line)?.[1];
    if (from) expect(stages).toContain(from);
    else
      for (const path of line.split(' ').slice(1, -1))
        expect(existsSync(join(checkout, path)), path).toBe(true);
  }
  expect(last.findLast((line) => line.startsWith('USER '))).toBe('USER node');
  const words = (name: string): string[] =>
    JSON.parse(last.find((line) => line.startsWith(`${name} `))?.slice(name.length) ?? '[]');
  expect(existsSync(join(checkout, words('ENTRYPOINT')[1] ?? ''))).toBe(true);
  expect(commands).toContain(words('CMD')[0]);
  const ignored = read('Dockerfile.dockerignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.git', '.data', '.env', 'node_modules']));
});

const KEYS: Record<string, RegExp> = {
  Unit: /^(Description|After|Wants)$/,
  Service:
    /^(Type|User|WorkingDirectory|EnvironmentFile|Environment|ExecStart|Restart|RestartSec|TimeoutStopSec|MemoryMax|NoNewPrivileges|CapabilityBoundingSet|Protect\w+|Private\w+|RestrictAddressFamilies|RestrictSUIDSGID|ReadWritePaths|CacheDirectory|LockPersonality)$/,
  Install: /^WantedBy$/,
};

interface Pod {
  terminationGracePeriodSeconds?: number;
  securityContext: object;
  automountServiceAccountToken: boolean;
  containers: {
    args: string[];
    envFrom: { secretRef: { name: string } }[];
    env?: { name: string; value: string }[];
    securityContext: object;
    resources: { limits: { memory: string } };
    ports?: { name: string; containerPort: number }[];
    readinessProbe?: { httpGet: { path: string; port: string } };
    livenessProbe?: { httpGet: { path: string; port: string } };
  }[];
}
interface Manifest {
  kind: string;
  metadata: { name: string };
  spec: { template?: { metadata: { labels: object }; spec: Pod }; selector?: { matchLabels: object } };
}

function manifests(): Manifest[] {
  return ['migrate', 'campus'].flatMap((name) =>
    parseAllDocuments(read(`kubernetes/${name}.yaml`)).map((document) => {
      expect([...document.errors, ...document.warnings]).toEqual([]);
      return document.toJS() as Manifest;
    }),
  );
}

test('the Kubernetes manifests: Campus runs its own commands without rights; only migrate knows the owner', () => {
  const pods = manifests().flatMap(({ kind, spec }) =>
    spec.template ? [{ kind, ...spec.template.spec }] : [],
  );
  expect(pods.map(({ kind, containers }) => [kind, containers[0]?.args[0]])).toEqual([
    ['Job', 'migrate'],
    ['Deployment', 'web'],
    ['Deployment', 'worker'],
  ]);
  for (const { containers, ...pod } of pods) {
    const [one] = containers as [Pod['containers'][number]];
    const [command = ''] = one.args;
    expect(commands).toContain(command);
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true },
    });
    expect(one.securityContext).toEqual({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
    expect(one.envFrom.map(({ secretRef }) => secretRef.name).includes('campus-owner')).toBe(
      command === 'migrate',
    );
    for (const { name } of one.env ?? []) expect(isSetting(name), name).toBe(true);
    expect(one.resources.limits.memory).toBe('700Mi');
  }
});

test('the Kubernetes manifests: web drains before it is killed, and each pod is asked for its own health', () => {
  for (const { metadata, spec } of manifests().filter(({ kind }) => kind === 'Deployment')) {
    const pod = spec.template?.spec as Pod;
    const [{ ports, readinessProbe, livenessProbe, env }] = pod.containers as [Pod['containers'][number]];
    expect(spec.selector?.matchLabels).toEqual(spec.template?.metadata.labels);
    if (metadata.name === 'campus-web')
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(DRAIN_SECONDS + 10);
    expect([readinessProbe?.httpGet.path, livenessProbe?.httpGet.path]).toEqual(['/ready', '/live']);
    const metrics = ports?.find(({ name }) => name === 'metrics')?.containerPort;
    expect(env?.find(({ name }) => name === 'METRICS_PORT')?.value).toBe(String(metrics));
  }
});

test.each(globSync('systemd/*.service', { cwd: FOLDER }))('%s starts a command as nobody of note', (name) => {
  let section = '';
  const found: [key: string, value: string][] = [];
  for (const line of read(name)
    .split('\n')
    .filter((one) => one !== '' && !one.startsWith('#'))) {
    section = /^\[(\w+)\]$/.exec(line)?.[1] ?? section;
    if (line === `[${section}]`) continue;
    const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    expect(KEYS[section]?.test(key), `[${section}] ${line}`).toBe(true);
    found.push([key, value]);
  }
  const of = (key: string) => found.filter(([one]) => one === key).map(([, value]) => value);
  expect(of('User')).toEqual(['campus']);
  expect(of('NoNewPrivileges')).toEqual(['true']);
  expect(of('ProtectSystem')).toEqual(['strict']);
  const [node, script, command] = of('ExecStart')[0]?.split(' ') ?? [];
  expect(node).toBe('/opt/campus/node_modules/.bin/node');
  expect(existsSync(join(checkout, script?.replace('/opt/campus/', '') ?? ''))).toBe(true);
  expect(commands).toContain(command);
  expect(of('EnvironmentFile').includes('/etc/campus/owner.env')).toBe(command === 'migrate');
  // Nothing else of the machine can be written.
  for (const folder of of('CacheDirectory'))
    expect(of('Environment')).toContain(`NODE_COMPILE_CACHE=%C/${folder}`);
  if (command === 'web') expect(seconds(of('TimeoutStopSec')[0] ?? '')).toBeGreaterThan(DRAIN_SECONDS + 10);
});

test('the environment file names settings only, and no value of a secret', () => {
  for (const line of read('systemd/campus.env')
    .split('\n')
    .filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    expect(isSetting(name), line).toBe(true);
    if (/KEY|SECRET|DATABASE/.test(name)) expect(value).toBe('');
  }
});

test('the Caddyfile passes to web’s port, and its blocks are closed', () => {
  const text = read('Caddyfile').replaceAll(/\{\$\w+\}/g, 'host');
  expect(text.match(/\{/g)).toHaveLength(text.match(/\}/g)?.length ?? -1);
  expect(text).toContain('dynamic a web 3000');
});

/** Of every metric of Campus in a query: that it is one, with labels it has. */
function expectKnown(query: string) {
  const used = [...query.matchAll(/(campus_\w+?)(?:_bucket)?\b(?:\{(\w+)[=~])?/g)];
  for (const [, name = '', label] of used) {
    const known = name in GAUGES ? GAUGES[name as keyof typeof GAUGES] : REQUESTS[name];
    expect(known, name).toBeDefined();
    if (label) expect(known?.slice(1), `${name}{${label}}`).toContain(label);
  }
  return used.map(([, name]) => name);
}

test('every metric of an alert rule is one that Campus has, with labels it has', () => {
  const { groups } = parseDocument(read('alerts.yaml')).toJS() as {
    groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  expect(rules.length).toBeGreaterThan(8);
  for (const { alert, expr, annotations } of rules) {
    expect(alert).toMatch(/^Campus[A-Z]/);
    expect(annotations.summary).toMatch(/^[A-Z].*\.$/);
    expect(expectKnown(expr), expr).not.toEqual([]);
  }
});

interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: { expr: string; legendFormat: string }[];
}

test('the dashboard: its queries name metrics that Campus has, its panels explain themselves and lie side by side', () => {
  const { panels } = JSON.parse(read('grafana-dashboard.json')) as { panels: Panel[] };
  const cells = new Set<string>();
  const used = new Set<string | undefined>();
  for (const { type, title, description, gridPos, targets = [] } of panels) {
    const { x, y, w, h } = gridPos;
    for (let column = x; column < x + w; column += 1)
      for (let line = y; line < y + h; line += 1) {
        expect(cells.has(`${column} ${line}`), title).toBe(false);
        cells.add(`${column} ${line}`);
      }
    expect(x + w).toBeLessThanOrEqual(24);
    if (type === 'row') continue;
    expect(description, title).toMatch(/^[A-Z\d].*\.$/);
    expect(targets.length, title).toBeGreaterThan(0);
    for (const { expr, legendFormat } of targets) {
      for (const name of expectKnown(expr)) used.add(name);
      for (const [, label = ''] of legendFormat.matchAll(/\{\{(\w+)\}\}/g))
        expect(expr + NODES).toContain(label);
    }
  }
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const shown = [...Object.keys(GAUGES), ...Object.keys(REQUESTS)].filter((name) => used.has(name));
  expect(shown.length).toBeGreaterThan(10);
});
/** Labels that Prometheus and the process add. */
const NODES = 'process instance';

const REQUESTS: Record<string, string[]> = {
  campus_http_requests_total: ['', 'area', 'status'],
  campus_http_request_seconds: ['', 'area'],
};

test('the page of metrics has every metric', () => {
  const page = readFileSync(join(checkout, 'docs/operators/metrics.md'), 'utf8');
  for (const name of [...Object.keys(GAUGES), ...Object.keys(REQUESTS)]) expect(page).toContain(name);
});

test('the Compose file: feeds reach their folder and HR’s server from web and worker', () => {
  const { services } = compose();
  for (const { environment, volumes, networks } of [services.web, services.worker] as Service[]) {
    expect(volumes?.map((volume) => volume.split(':')[1])).toEqual([environment?.FEED_FOLDER]);
    expect(networks).toContain('outside');
  }
});

test('the Compose file: web and worker are healthy when they are ready themselves', () => {
  const { services } = compose();
  for (const service of [services.web, services.worker]) {
    expect(service?.environment).toMatchObject({ METRICS_PORT: 9464 });
    expect(JSON.stringify(service)).toContain('http://127.0.0.1:9464/ready');
  }
});
