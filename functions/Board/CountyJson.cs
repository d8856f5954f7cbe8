using System.Text.Json;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Board;

/// <summary>All villages of the county side by side (县级公示): sums only, nobody's payment.</summary>
internal static class CountyJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<(VillageCard Village, BoardView? View)> villages, DateOnly today)
    {
        var whole = (In: Fen.Zero, Aid: Fen.Zero, Fee: Fen.Zero, Money: Fen.Zero, Payments: 0);
        writer.WriteStartObject();
        writer.WriteStartArray("villages");
        foreach (var (village, view) in villages)
        {
            writer.WriteStartObject();
            writer.WriteString("village", village.Code);
            writer.WriteString("name", village.Name);
            writer.WriteBoolean("damaged", view is null);
            if (PlaceRules.Missing(village.Place, today) is { } missing)
                writer.WriteString("rulesMissing", missing);
            if (view is not null)
            {
                var own = (In: Of(view, Nature.Income), Aid: Of(view, Account.Aid), Fee: Of(view, Account.Fee), view.Figures.Books.Money, Payments: view.Figures.Payments.Count);
                whole = (whole.In + own.In, whole.Aid + own.Aid, whole.Fee + own.Fee, whole.Money + own.Money, whole.Payments + own.Payments);
                writer.WriteNumber("entries", view.Entries);
                Write(writer, own);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("county");
        Write(writer, whole);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void Write(Utf8JsonWriter writer, (Fen In, Fen Aid, Fen Fee, Fen Money, int Payments) sums)
    {
        writer.WriteString("moneyIn", sums.In.ToString());
        writer.WriteString("aid", sums.Aid.ToString());
        writer.WriteString("fee", sums.Fee.ToString());
        writer.WriteString("money", sums.Money.ToString());
        writer.WriteNumber("payments", sums.Payments);
    }

    static Fen Of(BoardView view, Nature nature) => view.Figures.Sums.Where(sum => sum.Key.Account.Nature() == nature).Aggregate(Fen.Zero, (sum, one) => sum + one.Value.Amount);

    static Fen Of(BoardView view, Account account) => view.Figures.Sums.Where(sum => sum.Key.Account == account).Aggregate(Fen.Zero, (sum, one) => sum + one.Value.Amount);
}
