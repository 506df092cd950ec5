import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApiRefusals } from '../common/api-refusals.decorator.js';
import {
  AccountDto,
  AccountSummaryDto,
  CreateAccountDto,
  FindAccountsQuery,
  UpdateAccountDto,
} from './account.dto.js';
import { AccountsService } from './accounts.service.js';

@ApiTags('accounts')
@ApiRefusals()
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @ApiOperation({ summary: 'List accounts, by name' })
  @ApiOkResponse({ type: [AccountSummaryDto] })
  findAll(@Query() query: FindAccountsQuery): Promise<AccountSummaryDto[]> {
    return this.accounts.findAll(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an account with its owner and contacts' })
  @ApiOkResponse({ type: AccountDto })
  findOne(@Param('id') id: string): Promise<AccountDto> {
    return this.accounts.findOne(id);
  }

  @Post()
  @ApiOperation({ summary: 'Create an account' })
  @ApiCreatedResponse({ type: AccountDto })
  create(@Body() account: CreateAccountDto): Promise<AccountDto> {
    return this.accounts.create(account);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change an account; null clears a field' })
  @ApiOkResponse({ type: AccountDto })
  update(@Param('id') id: string, @Body() changes: UpdateAccountDto): Promise<AccountDto> {
    return this.accounts.update(id, changes);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete an account' })
  @ApiNoContentResponse()
  remove(@Param('id') id: string): Promise<void> {
    return this.accounts.remove(id);
  }
}
