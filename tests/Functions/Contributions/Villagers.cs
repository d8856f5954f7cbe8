using System.Globalization;
using System.Text;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Tests.Contributions;

/// <summary>Invented villagers by number, on the roster and on lists of who has paid.</summary>
static class Villagers
{
    /// <summary>An identity number of a district that there is not.</summary>
    public static string Number(int n) => $"329901196001{n:D6}";

    /// <summary>Members as the roster keeps them, a hundred at once.</summary>
    public static async Task WriteAsync(TableClient table, Keys keys, string village, int count)
    {
        foreach (var hundred in Enumerable.Range(1, count).Chunk(100))
        {
            await table.SubmitTransactionAsync(hundred.Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(village, $"member|{keys.Pseudonym(Number(n))}")
            {
                { "Name", $"村民{n}" },
                { "Tail", Number(n)[^4..] },
                { "Joined", "2026-01-01" },
            })));
        }
    }

    /// <summary>A list of 120 yuan each in which every tenth row is broken in one of four ways.</summary>
    public static string List(int count, string day = "2026/3/1")
    {
        var list = new StringBuilder("和平村 2026 年缴费名单,,,\r\n姓名,身份证号,金额（元）,日期\r\n");
        for (var n = 1; n <= count; n++)
        {
            var (name, number, amount) = n % 10 != 0 ? ($"村民{n}", Number(n), "１２０") : (n / 10 % 4) switch
            {
                0 => ($"村民{n}", Number(n), "一百二"),
                1 => ($"村民{n}", "3.2E+17", "120"),
                2 => ($"村民{n}", Number(900_000 + (n / 10)), "120"),
                _ => ("", Number(n), "120"),
            };
            list.Append(CultureInfo.InvariantCulture, $"{name},{number},{amount},{day}\r\n");
        }

        return list.ToString();
    }
}
