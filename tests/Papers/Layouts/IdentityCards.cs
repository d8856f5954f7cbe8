using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>The face of an identity card (身份证人像面).</summary>
static class IdentityCards
{
    public static readonly Layout[] All = [new("identity-card", PaperKind.IdentityCard, 1010, 4, Card)];

    private static string Card(Sheet s) =>
        $"""
        <div class="card">
        <p><i>姓　名</i> {s["name"]}</p><p><i>性　别</i> {s["sex"]}　　<i>民　族</i> 汉</p>
        <p><i>出　生</i> {s.Stay.Person.Born.Year} <i>年</i> {s.Stay.Person.Born.Month} <i>月</i> {s.Stay.Person.Born.Day} <i>日</i></p>
        <p class="addr"><i>住　址</i> {s.Stay.Person.Address}</p>
        <p class="no"><i>公民身份号码</i> {s["idNumber"]}</p>
        <svg class="face" viewBox="0 0 100 130"><rect width="100" height="130" fill="#dfe8ee"/><circle cx="50" cy="48" r="26" fill="#c9a88c"/><path d="M10 130 Q50 70 90 130" fill="#456"/></svg>
        </div>
        """;
}
