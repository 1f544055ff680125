package org.disclosureledger.service.intake.agency;

import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.command.AmendAgency;
import org.disclosureledger.service.agency.command.RegisterAgency;
import org.disclosureledger.service.agency.command.RegisterOfficer;
import org.disclosureledger.service.agency.command.RetireContact;
import org.disclosureledger.service.agency.command.RetireOfficer;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.agency.command.VerifyContact;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/** Bodies of the commands on the agency register. Days are of Asia/Ho_Chi_Minh, ends included. */
final class AgencyBodies {
  private AgencyBodies() {}

  record RegisterAgencyBody(
      String code,
      AgencyKind kind,
      @Nullable String province,
      String nameVi,
      String nameEn,
      LocalDate validFrom,
      @Nullable LocalDate validUntil)
      implements CommandBody {
    RegisterAgency toCommand() {
      return new RegisterAgency(
          new AgencyCode(code), kind, province, nameVi, nameEn, validFrom, validUntil);
    }
  }

  /** All of it replaces what was said; the code never changes. */
  record AmendAgencyBody(
      AgencyKind kind,
      @Nullable String province,
      String nameVi,
      String nameEn,
      LocalDate validFrom,
      @Nullable LocalDate validUntil)
      implements CommandBody {
    AmendAgency toCommand(AgencyCode agency) {
      return new AmendAgency(agency, kind, province, nameVi, nameEn, validFrom, validUntil);
    }
  }

  /**
   * Who takes over.
   *
   * @param from first day of the successor
   */
  record SucceedAgencyBody(String successor, LocalDate from) implements CommandBody {
    SucceedAgency toCommand(AgencyCode agency) {
      return new SucceedAgency(agency, new AgencyCode(successor), from);
    }
  }

  /**
   * A way to reach the agency that was checked.
   *
   * @param value number or address
   * @param emergency whether it answers day and night; absent: no
   */
  record VerifyContactBody(
      Channel channel, VerificationMethod method, String value, @Nullable Boolean emergency)
      implements CommandBody {
    VerifyContact toCommand(AgencyCode agency) {
      return new VerifyContact(agency, channel, method, value, Boolean.TRUE.equals(emergency));
    }

    @Override
    public String toString() {
      return "VerifyContactBody";
    }
  }

  record RetireContactBody(UUID contact) implements CommandBody {
    RetireContact toCommand(AgencyCode agency) {
      return new RetireContact(agency, contact);
    }
  }

  record RegisterOfficerBody(
      String name, @Nullable String position, LocalDate validFrom, @Nullable LocalDate validUntil)
      implements CommandBody {
    RegisterOfficer toCommand(AgencyCode agency) {
      return new RegisterOfficer(agency, name, position, validFrom, validUntil);
    }

    @Override
    public String toString() {
      return "RegisterOfficerBody";
    }
  }

  /**
   * Whose authority ends.
   *
   * @param from first day without it
   */
  record RetireOfficerBody(UUID officer, LocalDate from) implements CommandBody {
    RetireOfficer toCommand(AgencyCode agency) {
      return new RetireOfficer(agency, officer, from);
    }
  }
}
