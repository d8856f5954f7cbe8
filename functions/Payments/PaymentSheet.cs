using System.Text;
using Shouwang.Functions.Sheets;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Payments;

/// <summary>A payment list as files. Bank and account are columns to be filled in by whoever hands it over: account numbers are never kept here.</summary>
internal static class PaymentSheet
{
    static readonly XlsxColumn[] Columns =
    [
        new("序号", 6), new("姓名", 14), new("身份证后四位", 14), new("开户银行", 18), new("账号", 26), new("金额（元）", 14), new("用途", 26), new("备注", 14),
    ];

    /// <summary>A workbook to be printed and signed.</summary>
    public static byte[] Workbook(PaymentList list)
    {
        var sheet = new XlsxSheet("代发清单", Columns);
        sheet.Title($"{list.VillageName}医疗互助补助代发清单");
        sheet.Line($"编号 {list.Number}　　日期 {ChinaTime.DayOf(list.At):yyyy年M月d日}　　制表 {list.ByName}");
        sheet.Heads();
        for (var at = 0; at < list.Lines.Count; at++)
        {
            var line = list.Lines[at];
            sheet.Row(at + 1, line.Person, line.Tail ?? "", "", "", line.Amount, line.Purpose, "");
        }

        sheet.Row("", "合计", $"{list.Lines.Count} 笔", "", "", list.Total, "", "");
        sheet.Line($"合计大写：{CapitalNumeral.Write(list.Total)}");
        sheet.Line("");
        sheet.Line("制表人：　　　　　　　　　　复核人：　　　　　　　　　　负责人：　　　　　　　　　　经收单位：");
        return sheet.File();
    }

    /// <summary>Heads and rows alone, as pages of banks take them in.</summary>
    public static byte[] Rows(PaymentList list)
    {
        var text = new StringBuilder("姓名,账号,开户银行,金额,用途\r\n");
        foreach (var line in list.Lines)
            text.Append(Cell(line.Person)).Append(",,,").Append(line.Amount).Append(',').Append(Cell(line.Purpose)).Append("\r\n");
        // Without the mark office programs take Chinese for something else.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A name comes from a photo: nothing in it may act as a formula or end the cell.</summary>
    static string Cell(string text) => $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? " " : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
