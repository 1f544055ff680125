package org.disclosureledger.service.wire;

import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;

/** Reads command bodies, and nothing else, with {@link StrictJson}. */
final class StrictBodyConverter extends AbstractHttpMessageConverter<CommandBody> {
  private final StrictJson json = new StrictJson();

  StrictBodyConverter() {
    super(MediaType.APPLICATION_JSON);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return CommandBody.class.isAssignableFrom(type);
  }

  @Override
  protected CommandBody readInternal(Class<? extends CommandBody> type, HttpInputMessage message)
      throws IOException {
    return json.read(message.getBody().readAllBytes(), type);
  }

  @Override
  public boolean canWrite(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected void writeInternal(CommandBody body, HttpOutputMessage message) {
    throw new HttpMessageNotWritableException("commands are only read");
  }
}
