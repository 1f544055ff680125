CREATE TABLE seen (position bigint PRIMARY KEY, type text NOT NULL, greeting text NOT NULL, route text NOT NULL, digest text NOT NULL);
