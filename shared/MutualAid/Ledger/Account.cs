namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>An account of the village's books (科目). There is none for anything but mutual aid: what has no account cannot be paid.</summary>
public enum Account
{
    /// <summary>The association's own bank account (银行专户).</summary>
    Bank,

    /// <summary>Notes not yet taken to the bank, or drawn to be handed out (备用现金).</summary>
    Cash,

    /// <summary>Aid that was approved and not yet paid (应付补助); the detail is the claim.</summary>
    AidPayable,

    /// <summary>Fee owed for running the system (应付运行维护费).</summary>
    FeePayable,

    /// <summary>What members paid in (村民出资).</summary>
    Members,

    /// <summary>What the village collective paid in (村集体出资).</summary>
    Collective,

    /// <summary>Gifts (社会捐赠); the detail is the purpose the giver named.</summary>
    Donors,

    /// <summary>What somebody paid in the place of poor members (困难群众代缴).</summary>
    Subsidy,

    /// <summary>Interest from the bank (利息).</summary>
    Interest,

    /// <summary>Surplus brought forward (滚存结余).</summary>
    Surplus,

    /// <summary>Aid (补助支出); the detail is the disease group and whether it is serious.</summary>
    Aid,

    /// <summary>Fee for running the system (运行维护费).</summary>
    Fee,
}

/// <summary>What an account holds (科目性质).</summary>
public enum Nature
{
    /// <summary>Money that is there (资产).</summary>
    Asset,

    /// <summary>Money that is owed (负债).</summary>
    Liability,

    /// <summary>Money that came in this year (收入).</summary>
    Income,

    /// <summary>Money left from earlier years (结余).</summary>
    Reserve,

    /// <summary>Money that went out this year (支出).</summary>
    Expense,
}

/// <summary>Names and natures of the accounts.</summary>
public static class Accounts
{
    private static readonly Account[] All = Enum.GetValues<Account>();

    /// <summary>The name in the ledger and on the interface: "aid-payable".</summary>
    public static string Name(this Account account) => account switch
    {
        Account.Bank => "bank",
        Account.Cash => "cash",
        Account.AidPayable => "aid-payable",
        Account.FeePayable => "fee-payable",
        Account.Members => "members",
        Account.Collective => "collective",
        Account.Donors => "donors",
        Account.Subsidy => "subsidy",
        Account.Interest => "interest",
        Account.Surplus => "surplus",
        Account.Aid => "aid",
        Account.Fee => "fee",
    };

    /// <summary>The name that villagers read: "村民出资".</summary>
    public static string Chinese(this Account account) => account switch
    {
        Account.Bank => "银行专户",
        Account.Cash => "备用现金",
        Account.AidPayable => "已审核还没发放的补助",
        Account.FeePayable => "还没付的运行维护费",
        Account.Members => "村民出资",
        Account.Collective => "村集体出资",
        Account.Donors => "社会捐赠",
        Account.Subsidy => "困难群众代缴",
        Account.Interest => "利息",
        Account.Surplus => "往年结余",
        Account.Aid => "补助",
        Account.Fee => "运行维护费",
    };

    /// <summary>What the account holds.</summary>
    public static Nature Nature(this Account account) => account switch
    {
        Account.Bank or Account.Cash => Ledger.Nature.Asset,
        Account.AidPayable or Account.FeePayable => Ledger.Nature.Liability,
        Account.Members or Account.Collective or Account.Donors or Account.Subsidy or Account.Interest => Ledger.Nature.Income,
        Account.Surplus => Ledger.Nature.Reserve,
        Account.Aid or Account.Fee => Ledger.Nature.Expense,
    };

    /// <summary>Reads what <see cref="Name"/> writes.</summary>
    public static bool TryRead(string? name, out Account account)
    {
        account = All.FirstOrDefault(candidate => candidate.Name() == name);
        return account.Name() == name;
    }
}
