package org.disclosureledger.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.disclosureledger.service.disclosure.DocumentPlace;
import org.disclosureledger.service.disclosure.TestCipher;

/** Run as a process with a small heap: the largest document goes in and comes out. */
final class BoundedMemory {
  private BoundedMemory() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    AttachmentIntake intake =
        new AttachmentIntake(
            args.length == 1
                ? new FolderStore(folder, InstantSource.system())
                : S3Store.open(S3Server.settings(args[1], S3Server.BUCKET)),
            new Spool(folder.resolve("spool")),
            TestCipher.over(Map.of(StoreContract.STREAM, TestCipher.newKey())),
            InstantSource.system());
    DocumentPlace place = StoreContract.place(StoreContract.STREAM, 1);
    Received received =
        intake.receive(place, TestDocuments.pdf(AttachmentIntake.MAX_BYTES), "công-văn.pdf");
    try (InputStream text = intake.open(place, received.object())) {
      System.out.println("gave back " + text.transferTo(OutputStream.nullOutputStream()));
    }
  }
}
