-- A request has parts: each is one thing, made by one kind of call, with attempts, resource and
-- failure of its own. What V1 held of the only thing of a request moves to its part 1.

CREATE TABLE part (
  request_id        VARCHAR(26) NOT NULL REFERENCES request (id),
  part_number       INTEGER     NOT NULL,
  function_name     VARCHAR(40) NOT NULL,
  -- what was asked for, references and all; votes are bound to it
  parameters        VARCHAR     NOT NULL,
  -- what is sent, references filled; set by the first attempt and the same for every other
  call_parameters   VARCHAR,
  state             VARCHAR(20) NOT NULL,
  -- number of the newest attempt; counted over all parts of the request
  token             INTEGER     NOT NULL,
  owner             VARCHAR(64),
  -- kind and name while the part is live, NULL once it is finished
  live_key          VARCHAR(300) UNIQUE,
  resource_id       VARCHAR(128),
  progress          VARCHAR(32),
  -- why no further attempt is made, while it is looked for what the earlier ones did
  stopped           VARCHAR,
  failure           VARCHAR,
  adopted           BOOLEAN     NOT NULL,
  sealed_value      VARCHAR,
  reveal_started_at BIGINT,
  revealed_at       BIGINT,
  PRIMARY KEY (request_id, part_number)
);

INSERT INTO part (request_id, part_number, function_name, parameters, call_parameters, state, token,
                  owner, live_key, resource_id, progress, failure, adopted, sealed_value,
                  reveal_started_at, revealed_at)
SELECT id, 1, function_name, parameters, CASE WHEN token > 0 THEN parameters END,
       CASE state
         WHEN 'PENDING_APPROVAL' THEN 'WAITING'
         WHEN 'APPROVED' THEN 'READY'
         WHEN 'REJECTED' THEN 'SKIPPED'
         WHEN 'EXPIRED' THEN 'SKIPPED'
         WHEN 'CANCELLED' THEN 'SKIPPED'
         ELSE state
       END,
       token, owner, CASE WHEN live_name IS NOT NULL THEN 'registry ' || live_name END,
       resource_id, progress, failure, adopted, sealed_value, reveal_started_at, revealed_at
FROM request;

-- The counter of attempts takes the place of the only thing's token.
ALTER TABLE request ADD COLUMN attempts INTEGER DEFAULT 0 NOT NULL;
UPDATE request SET attempts = token;

ALTER TABLE request DROP COLUMN live_name;
ALTER TABLE request DROP COLUMN function_name;
ALTER TABLE request DROP COLUMN parameters;
ALTER TABLE request DROP COLUMN token;
ALTER TABLE request DROP COLUMN owner;
ALTER TABLE request DROP COLUMN resource_id;
ALTER TABLE request DROP COLUMN progress;
ALTER TABLE request DROP COLUMN failure;
ALTER TABLE request DROP COLUMN adopted;
ALTER TABLE request DROP COLUMN sealed_value;
ALTER TABLE request DROP COLUMN reveal_started_at;
ALTER TABLE request DROP COLUMN revealed_at;

ALTER TABLE attempt ADD COLUMN part_number INTEGER DEFAULT 1 NOT NULL;

-- A task belongs to a part; 0 is the request as a whole.
CREATE TABLE part_task (
  request_id  VARCHAR(26) NOT NULL REFERENCES request (id),
  part_number INTEGER     NOT NULL,
  kind        VARCHAR(12) NOT NULL,
  step        INTEGER     NOT NULL,
  due_at      BIGINT      NOT NULL,
  PRIMARY KEY (request_id, part_number, kind)
);
INSERT INTO part_task (request_id, part_number, kind, step, due_at)
SELECT request_id, CASE WHEN kind = 'EXPIRE' THEN 0 ELSE 1 END, kind, step, due_at FROM task;
DROP TABLE task;
ALTER TABLE part_task RENAME TO task;
CREATE INDEX task_due ON task (kind, due_at);
