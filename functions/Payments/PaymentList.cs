using System.Globalization;
using System.Text.Json.Serialization;
using Shouwang.Functions.Http;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Payments;

/// <summary>A list of aid that was handed to the bank or the township's accountants, to be paid in one go (代发清单). Written once, never changed: what became of each line, its claim says.</summary>
/// <param name="Number">Within the village: "2026-3".</param>
/// <param name="By">Id of whoever made it.</param>
/// <param name="Key">Idempotency key of whoever asked.</param>
internal sealed record PaymentList(string Village, string VillageName, string Number, DateTimeOffset At, string By, string ByName, string? Key, IReadOnlyList<PaymentLine> Lines)
{
    [JsonIgnore]
    public Fen Total => Lines.Aggregate(Fen.Zero, (sum, line) => sum + line.Amount);

    /// <summary>Year and place of a number, as it stands in a row's key; null where it is none.</summary>
    public static string? RowOf(string number) =>
        number.Split('-') is [{ Length: 4 } year, { Length: > 0 and <= 6 } place] && year.All(char.IsAsciiDigit) && place.All(char.IsAsciiDigit) && place[0] != '0'
            ? $"{year}-{place.PadLeft(6, '0')}"
            : null;

    /// <summary>The number after these in a year.</summary>
    public static string Next(IEnumerable<PaymentList> lists, int year) => string.Create(
        CultureInfo.InvariantCulture,
        $"{year:D4}-{1 + lists.Select(list => list.Number.Split('-')).Where(number => int.Parse(number[0], CultureInfo.InvariantCulture) == year).Select(number => int.Parse(number[1], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max()}");
}

/// <summary>One payment of a list (代发清单的一行).</summary>
/// <param name="Person">The name as it stands on the papers.</param>
/// <param name="Tail">Last four characters of the identity number, which tell two people of one name apart; null where the roster has nobody.</param>
internal sealed record PaymentLine(string Claim, string Person, string? Tail, Fen Amount)
{
    const int Shown = 8;

    /// <summary>What the bank writes beside the payment. It names no illness.</summary>
    [JsonIgnore]
    public string Purpose => $"住院互助补助 {Claim[..Shown]}";
}

/// <summary>Stored form.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(FenConverter)])]
[JsonSerializable(typeof(PaymentList))]
internal sealed partial class PaymentJson : JsonSerializerContext;
