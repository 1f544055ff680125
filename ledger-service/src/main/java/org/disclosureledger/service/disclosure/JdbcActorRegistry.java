package org.disclosureledger.service.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.disclosureledger.format.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcActorRegistry implements ActorRegistry {
  private static final int CACHED = 10_000;

  private final JdbcClient writer;
  private final LookupHmac hmac;
  private final ConcurrentMap<Person, Actor> cache = new ConcurrentHashMap<>();

  JdbcActorRegistry(JdbcClient writer, LookupHmac hmac) {
    this.writer = writer;
    this.hmac = hmac;
  }

  private record Person(String ledger, String username) {}

  @Override
  public Actor actorFor(String ledger, String username) {
    if (cache.size() > CACHED) {
      cache.clear();
    }
    return cache.computeIfAbsent(new Person(ledger, username), this::load);
  }

  private Actor load(Person person) {
    UUID ledger =
        writer
            .sql("SELECT id FROM ledger WHERE name = :name")
            .param("name", person.ledger())
            .query(UUID.class)
            .optional()
            .orElseThrow(() -> new IllegalArgumentException("no such ledger"));
    byte[] digest =
        hmac.of(
            "actor",
            ledger.toString().getBytes(StandardCharsets.US_ASCII),
            person.username().getBytes(StandardCharsets.UTF_8));
    // Two replicas may meet here: the first row stays, both read it.
    writer
        .sql(
            """
            INSERT INTO actor (ledger_id, person_hmac, actor) VALUES (:ledger, :person, :actor)
            ON CONFLICT (ledger_id, person_hmac) DO NOTHING\
            """)
        .param("ledger", ledger)
        .param("person", digest)
        .param("actor", UUID.randomUUID())
        .update();
    return Actor.of(
        writer
            .sql("SELECT actor FROM actor WHERE ledger_id = :ledger AND person_hmac = :person")
            .param("ledger", ledger)
            .param("person", digest)
            .query(UUID.class)
            .single());
  }
}
