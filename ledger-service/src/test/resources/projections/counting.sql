CREATE TABLE seen (position bigint PRIMARY KEY);
