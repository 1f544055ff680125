"use strict";

const REFUSALS = {
  "role-missing": ["Tài khoản không có vai trò nào ở đây.", "The account has no role here."],
  "role-ambiguous": [
    "Tài khoản có hai vai trò không đi cùng nhau.",
    "The account has two roles at once.",
  ],
  "claim-invalid": [
    "Máy chủ đăng nhập gửi thông tin không đúng kiểu.",
    "The sign-in provider sent a claim of another type.",
  ],
  "sign-in-failed": ["Đăng nhập không thành công.", "Signing in failed."],
};
const ROLES = {
  legal: ["Cán bộ pháp lý", "Legal officer"],
  approver: ["Người duyệt", "Approver"],
  supervisor: ["Người giám sát", "Supervisor"],
  auditor: ["Kiểm toán viên", "Auditor"],
  admin: ["Quản trị viên", "Administrator"],
};

const at = (id) => document.getElementById(id);

/** Both languages, as text: nothing that comes from elsewhere is ever read as HTML. */
function say(id, [vi, en]) {
  const english = document.createElement("span");
  english.lang = "en";
  english.textContent = en;
  at(id).replaceChildren(vi, english);
}

function show(id) {
  at("wait").hidden = true;
  at(id).hidden = false;
}

function refuse(code) {
  say("refused", Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : REFUSALS["sign-in-failed"]);
  show("refused");
}

async function signOut(csrf) {
  const answer = await fetch("/sign-out", {
    method: "POST",
    headers: { [csrf.header]: csrf.token },
  });
  location.assign(answer.ok ? (await answer.json()).next : "/");
}

async function start() {
  const refused = new URLSearchParams(location.search).get("refused");
  if (refused !== null) {
    refuse(refused);
  }
  const answer = await fetch("/api/v1/me", { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    show("stranger");
    return;
  }
  const me = await answer.json();
  at("name").textContent = me.name;
  say("role", ROLES[me.role] ?? [me.role, me.role]);
  if (me.allLedgers) {
    say("ledger", ["Tất cả", "All"]);
  } else if (me.ledger === undefined) {
    say("ledger", ["Không sổ nào", "None"]);
  } else {
    at("ledger").textContent = me.ledger;
  }
  if (me.csrf !== undefined) {
    at("sign-out").hidden = false;
    at("sign-out").addEventListener("click", () => signOut(me.csrf));
  }
  show("known");
}

start().catch(() => show("stranger"));
