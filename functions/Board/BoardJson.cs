using System.Text.Json;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Board;

/// <summary>The public board of a village on the wire (公示). Names are masked in the ledger already; nothing here is more than sums over entries.</summary>
internal static class BoardJson
{
    static readonly Account[] Sources = [Account.Members, Account.Collective, Account.Donors, Account.Subsidy, Account.Interest];

    public static void Write(Utf8JsonWriter writer, Village village, BoardView view, DateOnly today, SignedText tree)
    {
        var (figures, least) = (view.Figures, village.Charter.BoardLeast);
        writer.WriteStartObject();
        writer.WriteString("village", village.Code);
        writer.WriteString("name", village.Name);
        writer.WriteNumber("entries", view.Entries);
        if (view.Entries > 0)
            writer.WriteString("at", figures.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        WriteBalance(writer, figures);
        WriteYears(writer, figures, least);
        WriteMonths(writer, figures);
        WritePayments(writer, figures, least);
        WriteGifts(writer, figures);
        WriteAmendments(writer, figures);
        if (village.VersionAround(today) is { } version)
        {
            writer.WritePropertyName("plan");
            version.Plan.Write(writer);
        }

        writer.WritePropertyName("tree");
        Write(writer, tree);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, SignedText signed)
    {
        writer.WriteStartObject();
        writer.WriteString("statement", signed.Text);
        writer.WriteString("signature", signed.Signature);
        writer.WriteString("key", signed.KeyId);
        writer.WriteEndObject();
    }

    /// <summary>A gift with what it paid for.</summary>
    public static void Write(Utf8JsonWriter writer, GiftUse use)
    {
        writer.WriteStartObject();
        writer.WriteNumber("entry", use.Gift.Number);
        Date(writer, use.Gift.Date);
        writer.WriteString("payer", use.Gift.Payer);
        writer.WriteString("purpose", use.Gift.Purpose);
        writer.WriteString("purposeName", PurposeName(use.Gift.Purpose));
        Amount(writer, "amount", use.Gift.Amount);
        Amount(writer, "used", use.Used);
        Amount(writer, "left", use.Left);
        if (use.Gift.Note is { } note)
            writer.WriteString("note", note);
        writer.WriteStartArray("paidFor");
        // Serious or minor only: the illness itself would tell who was helped by a gift for few.
        foreach (var serious in use.Groups.GroupBy(group => group.Group.EndsWith(".serious", StringComparison.Ordinal)).OrderByDescending(group => group.Key))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("serious", serious.Key);
            Amount(writer, "amount", serious.Aggregate(Fen.Zero, (sum, group) => sum + group.Amount));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteBalance(Utf8JsonWriter writer, BoardFigures figures)
    {
        var books = figures.Books;
        writer.WriteStartObject("balance");
        Amount(writer, "money", books.Money);
        Amount(writer, "bank", books.Balances[Account.Bank]);
        Amount(writer, "cash", books.Balances[Account.Cash]);
        Amount(writer, "aidOwed", books.AidOwed);
        Amount(writer, "overpaid", books.Overpaid);
        Amount(writer, "feeOwed", books.Balances.Natural(Account.FeePayable));
        // What was paid too much is nobody's to spend until it is back.
        Amount(writer, "left", books.Money - books.AidOwed + books.Balances[Account.FeePayable]);
        Amount(writer, "boundGifts", books.Pots.Left);
        writer.WriteEndObject();
    }

    static void WriteYears(Utf8JsonWriter writer, BoardFigures figures, int least)
    {
        Amount(writer, "opening", figures.Opening);
        var aid = PublicAid.Of(figures, least);
        writer.WriteStartArray("years");
        foreach (var year in figures.Sums.Keys.Select(slot => slot.Year).Distinct())
        {
            Tally Of(Account account) => figures.Sums.Where(sum => sum.Key.Account == account && sum.Key.Year == year).Aggregate(default(Tally), (sum, one) => sum + one.Value);
            writer.WriteStartObject();
            writer.WriteNumber("year", year);
            writer.WriteBoolean("closed", year <= figures.Books.ClosedThrough);
            writer.WriteStartArray("moneyIn");
            foreach (var source in Sources.Where(source => Of(source) != default))
            {
                writer.WriteStartObject();
                writer.WriteString("source", source.Name());
                writer.WriteString("name", source.Chinese());
                Write(writer, Of(source));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("aid");
            foreach (var group in aid.Where(group => group.Year == year))
            {
                writer.WriteStartObject();
                writer.WriteString("group", group.Group?.Chapter ?? "other");
                writer.WriteString("name", group.Name);
                writer.WriteBoolean("serious", group.Serious);
                Write(writer, group.Tally);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            var moneyIn = Sources.Aggregate(Fen.Zero, (sum, source) => sum + Of(source).Amount);
            Amount(writer, "moneyInTotal", moneyIn);
            Amount(writer, "aidTotal", Of(Account.Aid).Amount);
            Amount(writer, "fee", Of(Account.Fee).Amount);
            Amount(writer, "result", moneyIn - Of(Account.Aid).Amount - Of(Account.Fee).Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteMonths(Utf8JsonWriter writer, BoardFigures figures)
    {
        var balance = Fen.Zero;
        writer.WriteStartArray("months");
        foreach (var (name, month) in figures.Months)
        {
            balance += month.Change;
            writer.WriteStartObject();
            writer.WriteString("month", name);
            Amount(writer, "in", month.In);
            Amount(writer, "aid", month.Aid);
            Amount(writer, "fee", month.Fee);
            Amount(writer, "balance", balance);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WritePayments(Utf8JsonWriter writer, BoardFigures figures, int least)
    {
        writer.WriteStartArray("payments");
        foreach (var payment in figures.Payments)
        {
            writer.WriteStartObject();
            writer.WriteNumber("entry", payment.Number);
            Date(writer, payment.Date);
            writer.WriteString("person", payment.Person);
            writer.WriteString("illness", PublicAid.NameOf(figures, payment.Group, payment.Date.Year, least));
            writer.WriteBoolean("serious", payment.Group.EndsWith(".serious", StringComparison.Ordinal));
            Amount(writer, "amount", payment.Amount);
            Amount(writer, "balance", payment.Balance);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteGifts(Utf8JsonWriter writer, BoardFigures figures)
    {
        writer.WriteStartArray("gifts");
        foreach (var use in GiftTrail.Follow(figures))
            Write(writer, use);
        writer.WriteEndArray();
        writer.WriteStartArray("purposes");
        foreach (var (purpose, pot) in figures.Books.Pots.Of)
        {
            writer.WriteStartObject();
            writer.WriteString("purpose", purpose);
            writer.WriteString("name", PurposeName(purpose));
            Amount(writer, "given", pot.Given);
            Amount(writer, "used", pot.Used);
            Amount(writer, "left", pot.Left);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteAmendments(Utf8JsonWriter writer, BoardFigures figures)
    {
        writer.WriteStartArray("amendments");
        foreach (var amendment in figures.Amendments)
        {
            writer.WriteStartObject();
            writer.WriteNumber("entry", amendment.Number);
            Date(writer, amendment.Date);
            writer.WriteNumber("of", amendment.Of);
            Amount(writer, "change", amendment.Amount);
            if (amendment.Note is { } note)
                writer.WriteString("note", note);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void Write(Utf8JsonWriter writer, Tally tally)
    {
        Amount(writer, "amount", tally.Amount);
        writer.WriteNumber("count", tally.Count);
    }

    static string PurposeName(string purpose) => purpose switch
    {
        "" => "不限用途",
        "serious" => "大病",
        "minor" => "小病",
        _ => new DiseaseGroup(purpose, false).Name,
    };

    static void Amount(Utf8JsonWriter writer, string name, Fen amount) => writer.WriteString(name, amount.ToString());

    static void Date(Utf8JsonWriter writer, DateOnly date) => writer.WriteString("date", date.ToString("yyyy-MM-dd"));
}
